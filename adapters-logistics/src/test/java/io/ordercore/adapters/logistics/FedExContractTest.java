package io.ordercore.adapters.logistics;

import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.testkit.CarrierGatewayContract;
import io.ordercore.application.testkit.HttpStub;
import java.nio.file.Path;
import java.time.Clock;

class FedExContractTest extends CarrierGatewayContract {
    @Override
    protected CarrierGateway gateway(HttpStub server) {
        return new FedEx(
                new FedExAccount(server.url(), "contract-client", "contract-secret", "990000000"),
                CallBudgets.unlimited(),
                Clock.systemUTC());
    }

    @Override
    protected Path fixtures() {
        return Path.of("src/test/resources/carriers/fedex");
    }
}
