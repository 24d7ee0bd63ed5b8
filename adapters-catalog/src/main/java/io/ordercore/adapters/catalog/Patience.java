package io.ordercore.adapters.catalog;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long something may still take, all its steps together. */
final class Patience implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "ordercore-picture-patience");
        made.setDaemon(true);
        return made;
    });

    private final long endsAt;
    private final List<Future<?>> watches = new ArrayList<>();

    private Patience(long endsAt) {
        this.endsAt = endsAt;
    }

    static Patience of(Duration all) {
        return new Patience(System.nanoTime() + all.toNanos());
    }

    /**
     * What is left, in milliseconds, 1 at least.
     *
     * @throws IOException if nothing is
     */
    int left() throws IOException {
        long millis = (endsAt - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("it takes too long");
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }

    /** Closes a socket when nothing is left: a time-out of its own starts anew with every byte, as in a handshake. */
    void bound(Socket socket) throws IOException {
        watches.add(WATCH.schedule(() -> end(socket), left(), TimeUnit.MILLISECONDS));
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("a socket could not be closed", e);
        }
    }

    @Override
    public void close() {
        watches.forEach(watch -> watch.cancel(false));
    }
}
