package com.shop;

import io.ordercore.adapters.persistence.memory.MemoryStore;
import io.ordercore.adapters.rest.OrdercoreRest;
import io.ordercore.application.Ordercore;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import jakarta.inject.Singleton;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** The HTTP interface of the order core on Jersey and Grizzly. The store forgets when it stops: put a PostgresStore there. */
public final class ShopServer {
    public static void main(String[] arguments) throws IOException {
        HttpServer server = start(URI.create("http://127.0.0.1:8085/"));
        System.out.println("Listening on http://127.0.0.1:8085, Enter stops.");
        System.in.read();
        server.shutdownNow();
    }

    /** Serves at {@code address}; port 0 is one of the system's choice. */
    static HttpServer start(URI address) {
        Ordercore core = Ordercore.on(new MemoryStore())
                .payments(new SimulatedPaymentGateway(address.resolve("payment-challenges/")))
                .build();
        ResourceConfig config = new ResourceConfig(Login.class);
        OrdercoreRest.resources().forEach(config::register);
        OrdercoreRest.providers().forEach(config::register);
        config.register(new AbstractBinder() {
            @Override
            protected void configure() {
                core.useCases().forEach(this::offer);
                OrdercoreRest.helpers().forEach(helper -> bindAsContract(helper).in(Singleton.class));
                bind(validator()).to(Validator.class);
            }

            private <T> void offer(Class<T> port, Object useCase) {
                bind(port.cast(useCase)).to(port);
            }
        });
        return GrizzlyHttpServerFactory.createHttpServer(address, config);
    }

    private static Validator validator() {
        return Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
    }
}
