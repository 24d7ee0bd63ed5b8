package io.ordercore.adapters.logistics;

import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.testkit.CarrierGatewayContract;
import io.ordercore.application.testkit.HttpStub;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

class SfExpressContractTest extends CarrierGatewayContract {
    @Override
    protected CarrierGateway gateway(HttpStub server) {
        return new SfExpress(
                new SfAccount(server.url(), "contract-partner", "contract-checkword", "7550000000"),
                CallBudgets.unlimited(),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString());
    }

    @Override
    protected Path fixtures() {
        return Path.of("src/test/resources/carriers/sf-express");
    }
}
