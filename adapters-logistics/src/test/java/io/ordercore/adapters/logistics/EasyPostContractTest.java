package io.ordercore.adapters.logistics;

import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.testkit.CarrierGatewayContract;
import io.ordercore.application.testkit.HttpStub;
import java.nio.file.Path;
import java.time.Clock;

class EasyPostContractTest extends CarrierGatewayContract {
    @Override
    protected CarrierGateway gateway(HttpStub server) {
        return new EasyPost(
                new EasyPost.Account(
                        server.url(), "contract-key", "sécret", "claims@shop.example", "ca_contract", "First"),
                CallBudgets.unlimited(),
                Clock.systemUTC());
    }

    @Override
    protected Path fixtures() {
        return Path.of("src/test/resources/carriers/easypost");
    }
}
