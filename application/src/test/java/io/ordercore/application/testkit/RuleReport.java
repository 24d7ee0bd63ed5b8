package io.ordercore.application.testkit;

import io.ordercore.application.logistics.CarrierProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one carrier can do, and which rules held for it on how many subjects. */
final class RuleReport {
    private record Tally(int held, int broken) {}

    private final Map<String, Tally> rules = new TreeMap<>();

    synchronized void held(String rule) {
        rules.merge(rule, new Tally(1, 0), (a, b) -> new Tally(a.held + 1, a.broken));
    }

    synchronized void broken(String rule) {
        rules.merge(rule, new Tally(0, 1), (a, b) -> new Tally(a.held, a.broken + 1));
    }

    synchronized void notTried(String rule) {
        rules.putIfAbsent(rule, new Tally(0, 0));
    }

    synchronized String text(CarrierProfile carrier) {
        StringBuilder text = new StringBuilder(
                String.format("carrier contract: %s%ncan: %s%n", carrier.code(), list(carrier.capabilities())));
        if (!carrier.interceptActions().isEmpty()) {
            text.append(String.format("intercepts: %s%n", list(carrier.interceptActions())));
        }
        rules.forEach((rule, tally) -> text.append(String.format(
                "%-8s %4d held %4d broken  %s%n",
                tally.broken > 0 ? "BROKEN" : tally.held > 0 ? "held" : "no case", tally.held, tally.broken, rule)));
        return text.toString();
    }

    private static String list(Collection<?> names) {
        return names.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    void write(Path folder, CarrierProfile carrier) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(carrier.code() + ".txt"), text(carrier));
    }
}
