package io.ordercore.bootstrap.server;

import io.ordercore.bootstrap.settings.Settings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens what the server stands on, runs Quarkus on it until the process is told to stop, and closes it in good order. */
public final class Server {
    private Server() {}

    /** Serves until told to stop; answers the process's exit code. */
    public static int run(Settings settings) {
        QuarkusSettings.apply(settings);
        AtomicInteger code = new AtomicInteger();
        try (Foundation foundation = Foundation.open(settings)) {
            Foundation.hold(foundation);
            Quarkus.run(UntilStopped.class, (exit, failure) -> code.set(exit));
        }
        return code.get();
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
            Quarkus.waitForExit();
            return 0;
        }
    }
}
