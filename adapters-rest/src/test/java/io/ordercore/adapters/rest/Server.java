package io.ordercore.adapters.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.RunOnce;
import io.ordercore.application.catalog.BrowseOffers;
import io.ordercore.application.catalog.ManageOffers;
import io.ordercore.application.catalog.UpdateOffers;
import io.ordercore.application.logistics.FindFulfilments;
import io.ordercore.application.logistics.FulfilOrder;
import io.ordercore.application.order.CancelOrder;
import io.ordercore.application.order.FindOrders;
import io.ordercore.application.order.PlacePurchase;
import io.ordercore.application.order.PreviewPurchase;
import io.ordercore.application.order.ReceiveOrder;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.application.stock.ManageStock;
import jakarta.inject.Singleton;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Principal;
import java.util.Objects;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** The adapter on Jersey and Grizzly, on a port of the system's choice. {@code Authorization: Test <subject> <role>} logs in. */
final class Server implements AutoCloseable {
    static final String JSON = "application/json";

    private final HttpServer http;
    /** Not 2: Grizzly takes the body of a request that offers an upgrade to end with its connection. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final Shop shop = new Shop();

    @SuppressWarnings("resource") // the validator factory lives as long as the tests
    Server() {
        ResourceConfig config = new ResourceConfig();
        OrdercoreRest.resources().forEach(config::register);
        OrdercoreRest.providers().forEach(config::register);
        config.register(new TestLogin());
        config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        config.register(new AbstractBinder() {
            @Override
            protected void configure() {
                OrdercoreRest.helpers().forEach(helper -> bindAsContract(helper).in(Singleton.class));
                bind(Validation.byDefaultProvider()
                                .configure()
                                .messageInterpolator(new ParameterMessageInterpolator())
                                .buildValidatorFactory()
                                .getValidator())
                        .to(Validator.class);
                bind(shop.previews()).to(PreviewPurchase.class);
                bind(shop.placing()).to(PlacePurchase.class);
                bind(shop.finding()).to(FindOrders.class);
                bind(shop.cancelling()).to(CancelOrder.class);
                bind(shop.receiving()).to(ReceiveOrder.class);
                bind(shop.paying()).to(PayPurchase.class);
                bind(shop.fulfilling()).to(FulfilOrder.class);
                bind(shop.findingFulfilments()).to(FindFulfilments.class);
                bind(shop.shelf.browsingOffers()).to(BrowseOffers.class);
                bind(shop.shelf.managingOffers()).to(ManageOffers.class);
                bind(shop.shelf.updatingOffers()).to(UpdateOffers.class);
                bind(shop.shelf.managingStock()).to(ManageStock.class);
                bind(shop.once()).to(RunOnce.class);
            }
        });
        http = GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), config);
    }

    URI at(String path) {
        int port = http.getListener("grizzly").getPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** One request; headers as name, value, name, value. */
    Reply send(String method, String path, @Nullable String login, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (login != null) {
            request.header("Authorization", "Test " + login);
        }
        if (body != null) {
            request.header("Content-Type", JSON);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return new Reply(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpClient client() {
        return client;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** What came back. */
    record Reply(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        @Nullable
        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /** A member by its JSON pointer, as text; empty if there is none. */
        String at(String pointer) {
            return Json.read(response.body(), JsonNode.class).at(pointer).asText("");
        }

        String code() {
            return at("/code");
        }
    }

    @PreMatching
    private static final class TestLogin implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            String header = Objects.requireNonNullElse(request.getHeaderString("Authorization"), "");
            if (!header.startsWith("Test ")) {
                return;
            }
            String[] login = header.split(" ", -1);
            request.setSecurityContext(new SecurityContext() {
                @Override
                public Principal getUserPrincipal() {
                    return () -> login[1];
                }

                @Override
                public boolean isUserInRole(String role) {
                    return login[2].equals(role);
                }

                @Override
                public boolean isSecure() {
                    return false;
                }

                @Override
                public String getAuthenticationScheme() {
                    return "Test";
                }
            });
        }
    }
}
