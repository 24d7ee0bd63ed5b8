package io.ordercore.adapters.persistence.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * PostgreSQL's main process, known by {@code postmaster.pid}: line 1 is its pid, line 8 becomes {@code ready}. It runs in a
 * session of its own ({@code pg_ctl} sees to that), so Ctrl-C in our terminal reaches only us and we stop it in good order.
 */
final class Postmaster {
    private static final int ATTEMPTS = 3;
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int STATUS_LINE = 7;

    private final Cluster cluster;

    Postmaster(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Starts it and waits until it takes connections; answers its port. */
    int start() throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            cluster.configure(port);
            Commands.run(Yielding.command(cluster.program("pg_ctl", startArguments())), "");
            if (becomesReady()) {
                return port;
            }
            if (attempt == ATTEMPTS) {
                throw new EmbeddedPostgresException(
                        "PostgreSQL did not start in " + data() + "; the end of its log: " + endOf(cluster.log()));
            }
            endLeftover();
        }
    }

    private List<String> startArguments() {
        return List.of("start", "-W", "-s", "-D", data(), "-l", cluster.log().toString());
    }

    private boolean becomesReady() throws IOException {
        long deadline = System.nanoTime() + START_NANOS;
        long graceForPidFile = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (System.nanoTime() < deadline) {
            List<String> lines = pidFile();
            if (lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready")) {
                return true;
            }
            boolean alive =
                    !lines.isEmpty() && isOurs(Long.parseLong(lines.get(0).strip()));
            if (!alive && System.nanoTime() > graceForPidFile) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return false;
    }

    /** Fast shutdown, waiting for it; what will not go is killed (the log is replayed at the next start). */
    void stop() {
        if (Files.exists(Path.of(data(), "postmaster.pid"))) {
            Commands.succeeds(
                    cluster.program("pg_ctl", List.of("stop", "-s", "-m", "fast", "-w", "-t", "30", "-D", data())));
        }
        kill();
    }

    /** Ends a postmaster whose parent crashed, and clears the pid file it left, but touches no process of anybody else. */
    void endLeftover() throws IOException {
        Path pidFile = Path.of(data(), "postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        OptionalLong pid = pid();
        if (pid.isPresent() && isOurs(pid.getAsLong())) {
            stop();
        } else {
            kill();
        }
        Files.deleteIfExists(pidFile);
    }

    /** Kills its processes but not itself, so that it begins anew and replays its log, as after every crash of one of them. */
    void startOver() {
        try {
            pid().stream()
                    .mapToObj(ProcessHandle::of)
                    .flatMap(Optional::stream)
                    .flatMap(ProcessHandle::children)
                    .forEach(ProcessHandle::destroyForcibly);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills every process that is a PostgreSQL and works in our data directory. */
    private void kill() {
        List<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(process -> isOurs(process.pid()))
                .toList();
        left.forEach(ProcessHandle::destroyForcibly);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (left.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** A pid alone proves nothing, it may be somebody else's by now: a PostgreSQL's own working directory is its data. */
    private boolean isOurs(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(Path.of(data()))
                    && Files.readString(process.resolve("comm")).startsWith("postgres");
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    OptionalLong pid() throws IOException {
        List<String> lines = pidFile();
        try {
            return lines.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(lines.get(0).strip()));
        } catch (NumberFormatException torn) {
            return OptionalLong.empty();
        }
    }

    private List<String> pidFile() throws IOException {
        try {
            return Files.readAllLines(Path.of(data(), "postmaster.pid"));
        } catch (NoSuchFileException notRunning) {
            return List.of();
        }
    }

    private String data() {
        return cluster.data().toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String endOf(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "(empty)";
        }
        List<String> lines = Files.readAllLines(log);
        return lines.stream().skip(Math.max(0, lines.size() - 5L)).collect(Collectors.joining(" | "));
    }
}
