package io.ordercore.bootstrap.bench;

import io.ordercore.bootstrap.Main;
import io.ordercore.bootstrap.bench.load.LoadGenerator;
import io.ordercore.bootstrap.bench.load.LoadPlan;
import io.ordercore.bootstrap.bench.load.LoadReport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** The server as a process of its own, and how it is measured. */
final class ServerProcess implements AutoCloseable {
    private static final long START_SECONDS = 120;
    private static final int OK = 200;
    private static final int UNKNOWN_SKU = 422;
    private static final List<String> GENERATOR_OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-Xshare:auto");
    private static final String ALLOCATED = "jvm_gc_memory_allocated_bytes_total";

    private final Process process;
    private final int port;
    private final @Nullable BenchDatabase database;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServerProcess(Process process, int port, @Nullable BenchDatabase database) {
        this.process = process;
        this.port = port;
        this.database = database;
    }

    /** On the benchmark's database; returns when it is ready. */
    static ServerProcess on(BenchDatabase database, Path data, int port) {
        ServerProcess server = launch(
                data,
                port,
                database,
                List.of(),
                Map.of(
                        "ORDERCORE_DB_URL", database.url(),
                        "ORDERCORE_DB_USER", database.user(),
                        "ORDERCORE_DB_PASSWORD", database.password()));
        server.awaitReady();
        return server;
    }

    /** On its own embedded PostgreSQL, with these options beside those of this JVM; returns at once. */
    static ServerProcess embedded(Path data, int port, String... options) {
        return launch(data, port, null, List.of(options), Map.of());
    }

    private static ServerProcess launch(
            Path data, int port, @Nullable BenchDatabase database, List<String> options, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("ORDERCORE_PORT", Integer.toString(port));
        all.put("ORDERCORE_DATA_DIR", data.toString());
        ProcessBuilder program = new ProcessBuilder(Programs.like(options, Main.class.getName(), List.of("serve")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling("server.log").toFile()));
        program.environment().keySet().removeIf(name -> name.startsWith("ORDERCORE_"));
        program.environment().putAll(all);
        try {
            return new ServerProcess(program.start(), port, database);
        } catch (IOException e) {
            throw new BenchException("cannot start the server: " + e.getMessage(), e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BenchException("no free port", e);
        }
    }

    int port() {
        return port;
    }

    void awaitReady() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (status("/health/ready") != OK) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new BenchException("the server did not start; see server.log");
            }
            Pause.millis(20);
        }
    }

    /** 0 when nobody answers. */
    private int status(String path) {
        try {
            return client.send(get(path), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
    }

    /** Sends until the first 201; answers how long that took. */
    double secondsToFirst(HttpRequest.Builder purchase) {
        long start = System.nanoTime();
        while (true) {
            try {
                HttpRequest request = purchase.copy()
                        .uri(URI.create("http://127.0.0.1:" + port + "/purchases"))
                        .build();
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 201) {
                    return (System.nanoTime() - start) / 1e9;
                }
                // The very first start answers before its sample market is open.
                if (answer.statusCode() < 500 && answer.statusCode() != UNKNOWN_SKU) {
                    throw new BenchException("not accepted: " + answer.body());
                }
            } catch (IOException notYet) {
                if (!process.isAlive()) {
                    throw new BenchException("the server did not start; see server.log");
                }
                Pause.millis(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BenchException("interrupted", e);
            }
        }
    }

    /** Runs the load generator against this server. */
    Measured measure(String series, LoadPlan plan) {
        Usage before = Usage.of(process.toHandle());
        long databaseBefore = databaseMillis();
        double allocatedBefore = metric(ALLOCATED);
        LoadReport report = load(plan);
        Usage after = Usage.of(process.toHandle());
        // What the server used, it used for those before the measured ones too.
        double all = 1 + plan.leadIn().toMillis() / 1000.0 / report.seconds();
        double millis = all * report.seconds() * 1000;
        double answers = all * (report.accepted().count() + report.refused().count());
        return new Measured(
                series,
                plan.connections(),
                report,
                after.residentMegabytes(),
                (after.cpuMillis() - before.cpuMillis()) / millis,
                // A thread of the compiler that had nothing more to do has taken its count along.
                Math.max(0, after.compilerMillis() - before.compilerMillis()) / millis,
                (databaseMillis() - databaseBefore) / millis,
                (metric(ALLOCATED) - allocatedBefore) / Math.max(1, answers));
    }

    static LoadReport load(LoadPlan plan) {
        String said = Programs.output(
                new ProcessBuilder(Programs.own(GENERATOR_OPTIONS, LoadGenerator.class.getName(), plan.arguments())));
        return LoadReport.parse(said.strip());
    }

    private long databaseMillis() {
        return database == null
                ? 0
                : ProcessHandle.of(database.pid())
                        .map(postmaster -> Usage.of(postmaster).cpuMillis())
                        .orElse(0L);
    }

    /** The sum of a metric over its labels. */
    double metric(String name) {
        return metrics(name).sum();
    }

    /** The highest value of a metric over its labels. */
    double worst(String name) {
        return metrics(name).max().orElse(0);
    }

    private DoubleStream metrics(String name) {
        try {
            return client.send(get("/metrics"), HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
        } catch (IOException e) {
            throw new BenchException("no metrics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }

    /** Ends it as a crash does ({@code kill -9}). */
    void kill() {
        process.destroyForcibly();
        await();
    }

    private void await() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        await();
    }
}
