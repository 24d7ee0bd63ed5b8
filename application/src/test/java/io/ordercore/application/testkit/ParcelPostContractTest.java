package io.ordercore.application.testkit;

import io.ordercore.application.logistics.CarrierGateway;
import java.nio.file.Path;

/** What an integrator writes: two methods. */
class ParcelPostContractTest extends CarrierGatewayContract {
    @Override
    protected CarrierGateway gateway(HttpStub server) {
        return new ParcelPost(server.url(), ParcelPost.Flaw.NONE);
    }

    @Override
    protected Path fixtures() {
        return Path.of("src/test/resources/carriers/parcel-post");
    }
}
