package io.ordercore.bootstrap.bench.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the load generator is to do; travels to its process as {@code key=value} arguments.
 *
 * @param tokens file with a bearer token per line, used in turn
 * @param rate requests per second whatever the server does, latency counted from the moment intended; 0: each connection sends
 *     when it was answered
 * @param requests ends the run earlier; 0 for no limit
 * @param skus purchases are spread over this many; 1 for a hot one
 * @param merchants SKU number n belongs to merchant n modulo this; the lines of one purchase belong to one merchant
 * @param lines of each purchase
 * @param read file of order ids to read instead of placing purchases
 * @param placed file that gets the id of each placed purchase
 * @param persistent whether a request that was not answered is sent again, with its key, until it is
 */
public record LoadPlan(
        int port,
        Path tokens,
        int connections,
        Duration time,
        int rate,
        int requests,
        int skus,
        int merchants,
        int lines,
        long seed,
        @Nullable Path read,
        @Nullable Path placed,
        boolean persistent) {

    /** What a generator's own compiler needs, and the connecting of a crowd: sent, not measured. */
    private static final Duration LEAD_IN = Duration.ofSeconds(2);

    /** Closed loop, uniform over 10,000 SKUs of 100 merchants, one line. */
    public static LoadPlan of(int port, Path tokens, int connections, Duration time) {
        return new LoadPlan(port, tokens, connections, time, 0, 0, 10_000, 100, 1, 42, null, null, false);
    }

    public LoadPlan at(int perSecond) {
        return new LoadPlan(
                port,
                tokens,
                connections,
                time,
                perSecond,
                requests,
                skus,
                merchants,
                lines,
                seed,
                read,
                placed,
                persistent);
    }

    public LoadPlan atMost(int total) {
        return new LoadPlan(
                port, tokens, connections, time, rate, total, skus, merchants, lines, seed, read, placed, persistent);
    }

    /** All on the one SKU with the number 0. */
    public LoadPlan hot() {
        return new LoadPlan(
                port, tokens, connections, time, rate, requests, 1, 1, lines, seed, read, placed, persistent);
    }

    public LoadPlan lines(int each) {
        return new LoadPlan(
                port, tokens, connections, time, rate, requests, skus, merchants, each, seed, read, placed, persistent);
    }

    public LoadPlan reading(Path orders) {
        return new LoadPlan(
                port,
                tokens,
                connections,
                time,
                rate,
                requests,
                skus,
                merchants,
                lines,
                seed,
                orders,
                placed,
                persistent);
    }

    /** Writes down what was acknowledged, and asks again for what was not. */
    public LoadPlan recording(Path acknowledged) {
        return new LoadPlan(
                port,
                tokens,
                connections,
                time,
                rate,
                requests,
                skus,
                merchants,
                lines,
                seed,
                read,
                acknowledged,
                true);
    }

    /** Another stream of random SKUs and keys. */
    public LoadPlan seed(long start) {
        return new LoadPlan(
                port,
                tokens,
                connections,
                time,
                rate,
                requests,
                skus,
                merchants,
                lines,
                start,
                read,
                placed,
                persistent);
    }

    /** How long requests are sent before they are measured; not at all where every one of them counts. */
    public Duration leadIn() {
        return requests > 0 || persistent ? Duration.ZERO : LEAD_IN;
    }

    /** As arguments of the generator's process. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "port=" + port,
                "tokens=" + tokens,
                "connections=" + connections,
                "millis=" + time.toMillis(),
                "rate=" + rate,
                "requests=" + requests,
                "skus=" + skus,
                "merchants=" + merchants,
                "lines=" + lines,
                "seed=" + seed,
                "persistent=" + persistent));
        if (read != null) {
            arguments.add("read=" + read);
        }
        if (placed != null) {
            arguments.add("placed=" + placed);
        }
        return arguments;
    }

    static LoadPlan parse(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            given.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        return new LoadPlan(
                number(given, "port"),
                Path.of(given.getOrDefault("tokens", "")),
                number(given, "connections"),
                Duration.ofMillis(number(given, "millis")),
                number(given, "rate"),
                number(given, "requests"),
                number(given, "skus"),
                number(given, "merchants"),
                number(given, "lines"),
                number(given, "seed"),
                path(given, "read"),
                path(given, "placed"),
                Boolean.parseBoolean(given.get("persistent")));
    }

    private static int number(Map<String, String> given, String name) {
        return Integer.parseInt(given.getOrDefault(name, "0"));
    }

    private static @Nullable Path path(Map<String, String> given, String name) {
        String value = given.get(name);
        return value == null ? null : Path.of(value);
    }
}
