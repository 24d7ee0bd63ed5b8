package com.acme.carrier;

import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.testkit.CarrierGatewayContract;
import io.ordercore.application.testkit.HttpStub;
import java.nio.file.Path;
import java.time.Clock;

class AcmeExpressContractTest extends CarrierGatewayContract {
    @Override
    protected CarrierGateway gateway(HttpStub server) {
        return new AcmeExpress(server.url(), "key", "acme-push-secret", CallBudgets.unlimited(), Clock.systemUTC());
    }

    @Override
    protected Path fixtures() {
        return Path.of("src/test/resources/acme");
    }
}
