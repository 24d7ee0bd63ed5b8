package io.ordercore.bootstrap.server;

import io.ordercore.bootstrap.settings.Profile;
import io.ordercore.bootstrap.settings.Settings;

/** Our settings in the names Quarkus knows; what does not depend on a setting is in {@code application.properties}. */
final class QuarkusSettings {
    private QuarkusSettings() {}

    static void apply(Settings settings) {
        String port = Integer.toString(settings.port());
        System.setProperty("quarkus.http.host", settings.host());
        // None of them ever waits, so more than processors would only take turns.
        System.setProperty(
                "quarkus.vertx.event-loops-pool-size",
                Integer.toString(Runtime.getRuntime().availableProcessors()));
        Settings.Tls tls = settings.tls();
        if (tls == null) {
            System.setProperty("quarkus.http.port", port);
        } else {
            System.setProperty("quarkus.http.insecure-requests", "disabled");
            System.setProperty("quarkus.http.ssl-port", port);
            System.setProperty(
                    "quarkus.http.ssl.certificate.files", tls.certificate().toString());
            System.setProperty(
                    "quarkus.http.ssl.certificate.key-files", tls.key().toString());
            System.setProperty("quarkus.http.ssl.certificate.reload-period", "30s");
            System.setProperty("quarkus.http.ssl.protocols", "TLSv1.3,TLSv1.2");
        }
        if (settings.profile() == Profile.PROD) {
            System.setProperty("quarkus.http.auth.permission.metrics.paths", "/metrics");
            System.setProperty("quarkus.http.auth.permission.metrics.policy", "operators");
        }
    }
}
