package io.ordercore.bootstrap.history;

import io.ordercore.adapters.persistence.embedded.EmbeddedPostgres;
import io.ordercore.adapters.persistence.postgres.HistoryAudit;
import io.ordercore.adapters.persistence.postgres.HistoryDigests;
import io.ordercore.adapters.persistence.postgres.HistoryKeys;
import io.ordercore.adapters.persistence.postgres.PostgresPool;
import io.ordercore.bootstrap.settings.SettingSource;
import io.ordercore.bootstrap.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code verify-history}: 0 if every chain and every digest holds, 1 if one does not. */
@Command(
        name = "verify-history",
        mixinStandardHelpOptions = true,
        description = {
            "Proves that nobody changed the order history: walks every order's chain of events to its end, and every signed",
            "digest, and names the first row that is not as it was written. It takes the server's settings; stop a server on",
            "the embedded PostgreSQL first."
        })
public final class VerifyHistoryCommand implements Callable<Integer> {
    private static final int CONNECTIONS = 4;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Settings settings = Settings.from(SettingSource.of(System.getProperties(), System.getenv()));
        Path key = settings.historyKey();
        HistoryKeys keys = Files.exists(key) ? HistoryKeys.fromFile(key) : null;
        Settings.Database own = settings.database();
        PrintWriter out = spec.commandLine().getOut();
        if (own != null) {
            try (PostgresPool pool = PostgresPool.open(own.url(), own.user(), own.password(), CONNECTIONS)) {
                return verify(pool.dataSource(), keys, out);
            }
        }
        try (EmbeddedPostgres postgres =
                        EmbeddedPostgres.start(settings.dataDirectory().resolve("postgres"));
                PostgresPool pool =
                        PostgresPool.open(postgres.jdbcUrl(), postgres.user(), postgres.password(), CONNECTIONS)) {
            return verify(pool.dataSource(), keys, out);
        }
    }

    static int verify(DataSource database, @Nullable HistoryKeys keys, PrintWriter out) {
        HistoryAudit.Report chains = HistoryAudit.of(database).verify();
        out.printf("%,d orders, %,d events%n", chains.orders(), chains.events());
        chains.firstBreak()
                .ifPresent(broken -> out.printf(
                        "BROKEN order %s, event %d: %s%n", broken.order(), broken.sequence(), broken.reason()));
        boolean whole = chains.firstBreak().isEmpty();
        if (keys == null) {
            out.println("no signing key here: digests were not looked at");
        } else {
            HistoryDigests.Report digests = HistoryDigests.on(database, keys).verify();
            out.printf("%,d signed digests%n", digests.digests());
            digests.firstBreak()
                    .ifPresent(broken ->
                            out.printf("BROKEN digest %d of %s: %s%n", broken.number(), broken.at(), broken.reason()));
            whole &= digests.firstBreak().isEmpty();
        }
        out.println(whole ? "whole" : "NOT WHOLE");
        out.flush();
        return whole ? 0 : 1;
    }
}
