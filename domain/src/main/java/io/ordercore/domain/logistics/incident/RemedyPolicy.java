package io.ordercore.domain.logistics.incident;

import io.ordercore.domain.logistics.tracking.IncidentKind;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * Which incident opens which remedies, and how long the buyer may choose. It is data with a version; {@link #read} refuses a
 * table with an error.
 */
public final class RemedyPolicy {
    private static final String AGAIN = ".again";
    private static final String PARTIAL = "partial-refund";
    private static final String VOUCHER = "voucher";
    private static final int LONGEST_HOURS = 24 * 30;

    /** The platform's own table, {@code standard-remedies.properties}. */
    public static final RemedyPolicy STANDARD = read(standard());

    private final String version;
    private final Map<String, Rule> rules;
    private final int partialPercent;
    private final int voucherPercent;

    private RemedyPolicy(String version, Map<String, Rule> rules, int partialPercent, int voucherPercent) {
        this.version = version;
        this.rules = rules;
        this.partialPercent = partialPercent;
        this.voucherPercent = voucherPercent;
    }

    /**
     * What is offered.
     *
     * @param toChoose how long the buyer has; zero where the first is simply done
     * @param offered the first is what happens when nobody chooses; at least one
     */
    public record Rule(Duration toChoose, List<Remedy> offered) {
        public Rule {
            offered = List.copyOf(offered);
        }

        public Remedy byDefault() {
            return offered.get(0);
        }

        public boolean leavesAChoice() {
            return !toChoose.isZero();
        }
    }

    /**
     * Reads a table.
     *
     * @param entries {@code version}; {@code <kind>} to {@code <hours> <remedy>...}; {@code <kind>.again} for when waiting did not
     *     help; {@code partial-refund} and {@code voucher} to percents of what the parcel is worth. A kind without an entry is
     *     left to an agent.
     * @throws RemedyPolicyException with everything that is wrong
     */
    public static RemedyPolicy read(Map<String, String> entries) {
        List<String> findings = new ArrayList<>();
        Map<String, Rule> rules = new HashMap<>();
        String version = entries.getOrDefault("version", "").strip();
        if (version.isEmpty()) {
            findings.add("version: a policy has a version");
        }
        new TreeMap<>(entries).forEach((key, value) -> {
            if (!List.of("version", PARTIAL, VOUCHER).contains(key)) {
                rule(key, value.strip(), rules, findings);
            }
        });
        int partial = percent(PARTIAL, entries, findings);
        int voucher = percent(VOUCHER, entries, findings);
        if (!findings.isEmpty()) {
            throw new RemedyPolicyException(findings);
        }
        return new RemedyPolicy(version, Map.copyOf(rules), partial, voucher);
    }

    private static void rule(String key, String line, Map<String, Rule> rules, List<String> findings) {
        try {
            IncidentKind kind = IncidentKind.valueOf(key.replace(AGAIN, ""));
            String[] words = line.split("\\s+", -1);
            int hours = Integer.parseInt(words[0]);
            List<Remedy> offered = List.of(words).subList(1, words.length).stream()
                    .map(Remedy::valueOf)
                    .distinct()
                    .toList();
            if (hours < 0 || hours > LONGEST_HOURS || offered.isEmpty() || !CasePolicy.opensACase(kind)) {
                findings.add(key + ": " + line);
            }
            rules.put(key, new Rule(Duration.ofHours(hours), offered));
        } catch (IllegalArgumentException e) {
            findings.add(key + ": " + line);
        }
    }

    private static int percent(String key, Map<String, String> entries, List<String> findings) {
        String value = entries.getOrDefault(key, "").strip();
        if (!value.matches("[1-9][0-9]?|100")) {
            findings.add(key + ": a percentage is 1 to 100");
            return 0;
        }
        return Integer.parseInt(value);
    }

    public String version() {
        return version;
    }

    /**
     * What is offered for a kind; empty where an agent decides.
     *
     * @param again whether the buyer has waited in vain already
     */
    public Optional<Rule> rule(IncidentKind kind, boolean again) {
        Rule first = rules.get(kind.name());
        return Optional.ofNullable(again ? rules.getOrDefault(kind + AGAIN, first) : first);
    }

    /** Of what a parcel is worth, what goes back to a buyer who takes it as it is; rounded down. */
    public Money partOf(Money worth) {
        return part(worth, partialPercent);
    }

    /** What a voucher is worth. */
    public Money voucherFor(Money worth) {
        return part(worth, voucherPercent);
    }

    private static Money part(Money worth, int percent) {
        return worth.multipliedBy(percent).dividedBy(100, RoundingMode.DOWN);
    }

    private static Map<String, String> standard() {
        ResourceBundle file =
                ResourceBundle.getBundle(RemedyPolicy.class.getPackageName() + ".standard-remedies", Locale.ROOT);
        Map<String, String> entries = new TreeMap<>();
        Collections.list(file.getKeys()).forEach(key -> entries.put(key, file.getString(key)));
        return entries;
    }

    @Override
    public String toString() {
        return "RemedyPolicy[" + version + "]";
    }
}
