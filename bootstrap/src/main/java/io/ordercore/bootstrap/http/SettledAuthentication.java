package io.ordercore.bootstrap.http;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;

/**
 * Tells Quarkus REST that a caller's token has been judged when it begins. Otherwise it prepares for a failure that cannot come
 * any more: it finds the request's path template for the metrics beforehand, from a table of all paths that it makes anew for
 * every request, at a twentieth of what a request costs.
 */
@Singleton
final class SettledAuthentication {
    /** After Quarkus's authentication (-200), and at -199 before Quarkus REST: observers' routes come before its own. */
    private static final int ORDER = -199;

    private static final BiConsumer<RoutingContext, Throwable> FAIL = RoutingContext::fail;

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(exchange -> {
            exchange.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, FAIL);
            exchange.next();
        });
    }
}
