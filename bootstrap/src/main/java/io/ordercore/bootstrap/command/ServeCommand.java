package io.ordercore.bootstrap.command;

import io.ordercore.adapters.persistence.embedded.EmbeddedPostgresException;
import io.ordercore.application.StoreUnavailableException;
import io.ordercore.bootstrap.server.Server;
import io.ordercore.bootstrap.settings.SettingSource;
import io.ordercore.bootstrap.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code serve}: runs the server until it is told to stop. */
@Command(name = "serve", description = "Runs the server (the default).", mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
    /** Serves; answers the exit code as {@link OrdercoreCommand#run} does. */
    public static int serve() {
        try {
            return new ServeCommand().call();
        } catch (RuntimeException e) {
            return Refusal.told(e, new PrintWriter(System.err, true, Charset.defaultCharset()));
        }
    }

    @Override
    public Integer call() {
        Settings settings = Settings.from(SettingSource.of(System.getProperties(), System.getenv()));
        refuseTakenPort(settings);
        try {
            return Server.run(settings);
        } catch (EmbeddedPostgresException e) {
            throw new CannotServeException(e.getMessage() == null ? e.toString() : e.getMessage());
        } catch (StoreUnavailableException e) {
            throw new CannotServeException("The database does not answer ("
                    + (e.getCause() == null ? e.getMessage() : e.getCause().getMessage())
                    + "); start it, or set ORDERCORE_DB_URL.");
        } catch (UncheckedIOException e) {
            throw new CannotServeException("The data directory " + settings.dataDirectory() + " cannot be used ("
                    + e.getCause() + "); make it writable, or set ORDERCORE_DATA_DIR.");
        }
    }

    private static void refuseTakenPort(Settings settings) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException e) {
            throw new CannotServeException("Port " + settings.port() + " on " + settings.host()
                    + " is in use; stop what listens there, or set ORDERCORE_PORT.");
        }
    }
}
