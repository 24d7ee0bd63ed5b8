package io.ordercore.bootstrap.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.concurrent.TimeUnit;

/**
 * The clock of the {@code dev} profile, which whoever runs the server may put forward to see what time will bring: it is ahead of
 * the machine's by the duration (ISO-8601, for example {@code P30D}) that the data directory's file {@code dev-clock} holds.
 * The file is read again within a tenth of a second. It never goes back: a smaller duration counts for nothing.
 */
final class DevClock extends Clock {
    private static final long READ_EVERY = TimeUnit.MILLISECONDS.toNanos(100);

    private final Path file;
    private final ZoneId zone;
    private volatile Ahead ahead;

    private DevClock(Path file, ZoneId zone, Ahead ahead) {
        this.file = file;
        this.zone = zone;
        this.ahead = ahead;
    }

    static DevClock in(Path dataDirectory) {
        Path file = dataDirectory.resolve("dev-clock");
        return new DevClock(file, ZoneOffset.UTC, new Ahead(read(file, Duration.ZERO), System.nanoTime()));
    }

    @Override
    public Instant instant() {
        Ahead known = ahead;
        boolean due = System.nanoTime() - known.readAt > READ_EVERY;
        return Instant.now().plus(due ? readAgain() : known.by);
    }

    /** One at a time, and dated before it is read: whoever is held up within neither puts it back nor hides what came later. */
    private synchronized Duration readAgain() {
        long now = System.nanoTime();
        if (now - ahead.readAt > READ_EVERY) {
            ahead = new Ahead(read(file, ahead.by), now);
        }
        return ahead.by;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DevClock(file, other, ahead);
    }

    private static Duration read(Path file, Duration before) {
        try {
            Duration asked = Duration.parse(Files.readString(file).strip());
            return asked.compareTo(before) > 0 ? asked : before;
        } catch (IOException | DateTimeParseException noneOrBeingWritten) {
            return before;
        }
    }

    private record Ahead(Duration by, long readAt) {}
}
