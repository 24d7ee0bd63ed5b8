package io.ordercore.bootstrap.server;

import io.ordercore.application.Ordercore;
import io.ordercore.bootstrap.settings.Settings;

/** The order core on its store without the server, for commands that do one thing and end. */
public final class OpenCore implements AutoCloseable {
    private final Foundation foundation;

    private OpenCore(Foundation foundation) {
        this.foundation = foundation;
    }

    public static OpenCore open(Settings settings) {
        return new OpenCore(Foundation.open(settings));
    }

    public Ordercore core() {
        return foundation.core();
    }

    @Override
    public void close() {
        foundation.close();
    }
}
