package io.ordercore.bootstrap.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * What every answer tells browsers and caches, whoever gives it: answers are for the caller alone and are never pages; the API's
 * own pages may load their own scripts. One route does it, where Quarkus would have one for each header.
 */
@Singleton
final class StandingHeaders {
    private static final String PAGES = "/swagger-ui";
    private static final CharSequence POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence NO_PAGE =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");
    private static final CharSequence OWN_PAGE =
            HttpHeaders.createOptimized("default-src 'self'; script-src 'self' 'unsafe-inline'; "
                    + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'");
    private static final CharSequence[][] ALWAYS = {
        {HttpHeaders.createOptimized("X-Content-Type-Options"), HttpHeaders.createOptimized("nosniff")},
        {HttpHeaders.createOptimized("X-Frame-Options"), HttpHeaders.createOptimized("DENY")},
        {HttpHeaders.createOptimized("Referrer-Policy"), HttpHeaders.createOptimized("no-referrer")},
        {HttpHeaders.createOptimized("Cross-Origin-Resource-Policy"), HttpHeaders.createOptimized("same-origin")},
    };
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(StandingHeaders::set);
    }

    private static void set(RoutingContext exchange) {
        MultiMap headers = exchange.response().headers();
        for (CharSequence[] header : ALWAYS) {
            headers.set(header[0], header[1]);
        }
        boolean isPage = exchange.normalizedPath().startsWith(PAGES);
        headers.set(POLICY, isPage ? OWN_PAGE : NO_PAGE);
        if (!isPage) {
            headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        }
        exchange.next();
    }
}
