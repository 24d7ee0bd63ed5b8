package io.ordercore.bootstrap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pgbench of an installed PostgreSQL: Debian's {@code postgresql-contrib} and later {@code postgresql-client} have it. */
final class PgBench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final String LINES =
            "[{\"sku\":\"SKU-000017\",\"qty\":2,\"price\":1999,\"title\":\"Blue cotton T-shirt, size M\","
                    + "\"tax\":\"0.19\"},{\"sku\":\"GIFT-WRAP\",\"qty\":1,\"price\":299,\"title\":\"Gift wrapping\",\"tax\":\"0.19\"}]";
    private static final String EVENT =
            "{\"type\":\"OrderPlaced\",\"source\":\"order-core\",\"schema\":\"v1\",\"total\":4297,\"currency\":\"CNY\"}";

    private final BenchDatabase database;
    private final String program;
    private final Path directory;
    private final int seconds;

    PgBench(BenchDatabase database, String program, Path directory, int seconds) {
        this.database = database;
        this.program = program;
        this.directory = directory;
        this.seconds = seconds;
        Programs.output(new ProcessBuilder(program, "--version"));
        database.run(database.floorUrl(), Programs.script("schema.sql") + "vacuum analyze;\ncheckpoint;\n");
    }

    /** Orders per second of a script with this many clients, spread over so many SKUs. */
    double rate(String script, int clients, int skus) {
        Path file = directory.resolve(script);
        try {
            Files.writeString(file, Programs.script(script));
        } catch (IOException e) {
            throw new BenchException("cannot write " + file, e);
        }
        ProcessBuilder run = new ProcessBuilder(List.of(
                program,
                "-n",
                "-M",
                "prepared",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(database.port()),
                "-U",
                database.user(),
                "-f",
                file.toString(),
                "-c",
                Integer.toString(clients),
                "-j",
                Integer.toString(Math.min(2, clients)),
                "-T",
                Integer.toString(seconds),
                "-D",
                "skus=" + skus,
                "-D",
                "lines=" + LINES,
                "-D",
                "event=" + EVENT,
                "floor"));
        run.environment().put("PGPASSWORD", database.password());
        Matcher rate = RATE.matcher(Programs.output(run));
        if (!rate.find()) {
            throw new BenchException("pgbench named no rate");
        }
        database.run(database.floorUrl(), "truncate orders, outbox;\nvacuum stock;\ncheckpoint;\n");
        return Double.parseDouble(rate.group(1));
    }
}
