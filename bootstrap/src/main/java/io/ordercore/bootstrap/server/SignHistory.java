package io.ordercore.bootstrap.server;

import io.ordercore.adapters.persistence.postgres.HistoryDigests;
import io.ordercore.adapters.persistence.postgres.HistoryKeys;
import io.ordercore.bootstrap.settings.Profile;
import io.ordercore.bootstrap.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs what has happened since the last time. The key is read when it is needed: a start has better things to do. */
final class SignHistory implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SignHistory.class);

    private final Settings settings;
    private final DataSource database;
    private final Clock clock;

    SignHistory(Settings settings, DataSource database, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.clock = clock;
    }

    /** The key is made up in {@code dev} only; in {@code prod} a history without a key is chained, but not signed. */
    @Override
    public void run() {
        Path file = settings.historyKey();
        try {
            if (settings.profile() == Profile.PROD && !Files.exists(file)) {
                LOG.warn("there is no {}: the order history is not signed", file);
                return;
            }
            HistoryDigests.on(database, HistoryKeys.fromFileOrNew(file)).sign(clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key that signs the history from " + file, e);
        }
    }
}
