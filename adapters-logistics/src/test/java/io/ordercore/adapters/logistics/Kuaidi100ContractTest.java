package io.ordercore.adapters.logistics;

import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.testkit.CarrierGatewayContract;
import io.ordercore.application.testkit.HttpStub;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

class Kuaidi100ContractTest extends CarrierGatewayContract {
    @Override
    protected CarrierGateway gateway(HttpStub server) {
        return new Kuaidi100(
                new Kuaidi100.Account(
                        server.url(),
                        server.url(),
                        "contract-customer",
                        "contract-key",
                        "contract-secret",
                        "contract-salt",
                        "https://shop.example/carriers/kuaidi100/pushes",
                        Duration.ZERO),
                CallBudgets.unlimited(),
                Clock.systemUTC());
    }

    @Override
    protected Path fixtures() {
        return Path.of("src/test/resources/carriers/kuaidi100");
    }
}
