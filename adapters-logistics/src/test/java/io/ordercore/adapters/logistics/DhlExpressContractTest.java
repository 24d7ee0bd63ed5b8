package io.ordercore.adapters.logistics;

import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.testkit.CarrierGatewayContract;
import io.ordercore.application.testkit.HttpStub;
import java.nio.file.Path;
import java.time.Clock;

class DhlExpressContractTest extends CarrierGatewayContract {
    @Override
    protected CarrierGateway gateway(HttpStub server) {
        return new DhlExpress(
                new DhlExpress.Account(server.url(), "site", "password"), CallBudgets.unlimited(), Clock.systemUTC());
    }

    @Override
    protected Path fixtures() {
        return Path.of("src/test/resources/carriers/dhl-express");
    }
}
