package io.ordercore.bootstrap.server;

import io.ordercore.bootstrap.http.ApiDescription;
import io.ordercore.bootstrap.settings.Settings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens what the server stands on, runs Quarkus on it until the process is told to stop, and closes it in good order. */
public final class Server {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private Server() {}

    /** Serves until told to stop; answers the process's exit code. */
    public static int run(Settings settings) {
        QuarkusSettings.apply(settings);
        ApiDescription.keepFromQuarkus();
        prepareQuarkus();
        AtomicInteger code = new AtomicInteger();
        try (Foundation foundation = Foundation.open(settings)) {
            Foundation.hold(foundation);
            Quarkus.run(UntilStopped.class, (exit, failure) -> {
                code.set(exit);
                if (failure != null) {
                    LOG.error("the server stops", failure);
                }
            });
        }
        return code.get();
    }

    /**
     * Lets Quarkus set up what needs no database while the database starts: its generated application does so when its class is
     * initialised, and {@link Quarkus#run} waits for that. A failure is left for it to report.
     */
    private static void prepareQuarkus() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Thread preparation = new Thread(
                () -> {
                    try {
                        Class.forName("io.quarkus.runner.ApplicationImpl", true, loader);
                    } catch (ClassNotFoundException | LinkageError e) {
                        LOG.debug("Quarkus could not be prepared", e);
                    }
                },
                "prepare-quarkus");
        preparation.setDaemon(true);
        preparation.setContextClassLoader(loader);
        preparation.start();
    }

    /** Runs when the server takes requests. */
    static final class UntilStopped implements QuarkusApplication {
        private final Foundation foundation;

        @Inject
        UntilStopped(Foundation foundation) {
            this.foundation = foundation;
        }

        @Override
        public int run(String... arguments) {
            Greeting.print(foundation);
            foundation.startTimersSoon();
            Quarkus.waitForExit();
            return 0;
        }
    }
}
