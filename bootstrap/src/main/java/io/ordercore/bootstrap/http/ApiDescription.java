package io.ordercore.bootstrap.http;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The description of the API, as the build wrote it. Quarkus would read it at every start and write the very same once more,
 * which took longer than everything else it does before it listens.
 */
@Singleton
public final class ApiDescription {
    private static final String FILE = OpenApiConstants.BASE_NAME;
    private static final int BEFORE_QUARKUS = -1;

    /** Keeps the description from Quarkus; to be called before it starts. */
    public static void keepFromQuarkus() {
        OpenApiConstants.classLoader = new ClassLoader(ApiDescription.class.getClassLoader()) {
            @Override
            public @Nullable InputStream getResourceAsStream(String name) {
                return name.startsWith(FILE) ? null : super.getResourceAsStream(name);
            }
        };
    }

    void register(@Observes Router router) {
        router.route(HttpMethod.GET, "/openapi").order(BEFORE_QUARKUS).blockingHandler(ApiDescription::answer);
    }

    private static void answer(RoutingContext exchange) {
        String accepted = exchange.request().getHeader(HttpHeaders.ACCEPT);
        boolean json = (accepted != null && accepted.contains("application/json"))
                || "json".equalsIgnoreCase(exchange.request().getParam("format"));
        exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/" + (json ? "json" : "yaml") + ";charset=UTF-8")
                .end(Buffer.buffer(read(FILE + (json ? ".JSON" : ".YAML"))));
    }

    private static byte[] read(String file) {
        try (InputStream stored = ApiDescription.class.getClassLoader().getResourceAsStream(file)) {
            if (stored == null) {
                throw new IllegalStateException("the build wrote no " + file);
            }
            return stored.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
