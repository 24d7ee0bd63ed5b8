package io.ordercore.domain.aftersale;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Which reason opens which way, for how long after delivery, who pays the way back, and whether the merchant is asked first. It
 * is data with a version; {@link #read} refuses a table with a gap or a contradiction.
 */
public final class AfterSalePolicy {
    private static final String FEE = "fee.RETURN_SHIPPING.";

    /** The platform's own table, {@code standard-after-sale.properties}. */
    public static final AfterSalePolicy STANDARD = read(standard());

    private final String version;
    private final Map<Reason, Rule> rules;
    private final Map<CurrencyUnit, Money> fees;
    private final Map<String, String> text;

    private AfterSalePolicy(
            String version, Map<Reason, Rule> rules, Map<CurrencyUnit, Money> fees, Map<String, String> text) {
        this.version = version;
        this.rules = rules;
        this.fees = fees;
        this.text = Collections.unmodifiableMap(new TreeMap<>(text));
    }

    /**
     * What a reason opens.
     *
     * @param window after delivery; for what was never delivered it does not matter
     * @param buyerPays whether the buyer pays the way back
     * @param asked whether the merchant must agree first
     */
    public record Rule(Duration window, Set<Way> ways, boolean buyerPays, boolean asked) {
        public Rule {
            ways = Set.copyOf(ways);
        }
    }

    /**
     * Reads a table.
     *
     * @param entries {@code version}; {@code <reason>} to {@code <days> <BUYER|MERCHANT> <ASKED|AT_ONCE> <way>...}; {@code
     *     fee.RETURN_SHIPPING.<currency>} to an amount
     * @throws AfterSalePolicyException with everything that is missing, unknown or contradictory
     */
    public static AfterSalePolicy read(Map<String, String> entries) {
        List<String> findings = new ArrayList<>();
        Set<String> unread = new TreeSet<>(entries.keySet());
        String version = entries.getOrDefault("version", "").strip();
        unread.remove("version");
        if (version.isEmpty()) {
            findings.add("version: a policy has a version");
        }
        Map<CurrencyUnit, Money> fees = new HashMap<>();
        entries.forEach((key, value) -> {
            if (key.startsWith(FEE)) {
                unread.remove(key);
                fee(key, value, fees, findings);
            }
        });
        Map<Reason, Rule> rules = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            unread.remove(reason.name());
            rule(reason, entries.getOrDefault(reason.name(), "").strip(), rules, findings);
        }
        unread.forEach(key -> findings.add(key + ": no such reason or fee"));
        if (rules.values().stream().anyMatch(Rule::buyerPays) && fees.isEmpty()) {
            findings.add(FEE + ": nobody can tell what the way back costs");
        }
        if (!findings.isEmpty()) {
            throw new AfterSalePolicyException(findings);
        }
        return new AfterSalePolicy(version, rules, fees, entries);
    }

    private static void fee(String key, String value, Map<CurrencyUnit, Money> fees, List<String> findings) {
        try {
            Money amount = Money.parse(key.substring(FEE.length()) + " " + value.strip());
            if (amount.isNegative()) {
                findings.add(key + ": a fee is not negative");
            }
            fees.put(amount.getCurrencyUnit(), amount);
        } catch (IllegalArgumentException | ArithmeticException e) {
            findings.add(key + ": not an amount");
        }
    }

    private static void rule(Reason reason, String line, Map<Reason, Rule> rules, List<String> findings) {
        String[] words = line.split("\\s+", -1);
        if (words.length < 4) {
            findings.add(reason + ": nobody can tell what it opens");
            return;
        }
        try {
            Set<Way> ways = EnumSet.noneOf(Way.class);
            for (int i = 3; i < words.length; i++) {
                ways.add(Way.valueOf(words[i]));
            }
            boolean buyer = oneOf(words[1], "BUYER", "MERCHANT");
            boolean asked = oneOf(words[2], "ASKED", "AT_ONCE");
            boolean never = reason == Reason.LOST || reason == Reason.MISSING;
            if (never && (ways.contains(Way.RETURN) || ways.contains(Way.EXCHANGE))) {
                findings.add(reason + ": what never came cannot come back");
            }
            if (!asked && ways.contains(Way.CLAIM)) {
                findings.add(reason + ": a claim is decided by somebody");
            }
            int days = Integer.parseInt(words[0]);
            if (days < 0) {
                findings.add(reason + ": a window is not negative");
            }
            rules.put(reason, new Rule(Duration.ofDays(days), ways, buyer, asked));
        } catch (IllegalArgumentException e) {
            findings.add(reason + ": " + line);
        }
    }

    private static boolean oneOf(String word, String yes, String no) {
        if (!word.equals(yes) && !word.equals(no)) {
            throw new IllegalArgumentException(word);
        }
        return word.equals(yes);
    }

    public String version() {
        return version;
    }

    public Rule rule(Reason reason) {
        Rule rule = rules.get(reason);
        if (rule == null) {
            throw new IllegalStateException("policy " + version + " has a gap at " + reason);
        }
        return rule;
    }

    /** What the buyer pays for the way back; nothing where the merchant does, or where no amount is named. */
    public Money fee(Reason reason, CurrencyUnit currency) {
        Money nothing = Money.zero(currency);
        return rule(reason).buyerPays() ? fees.getOrDefault(currency, nothing) : nothing;
    }

    /** The table as {@link #read} takes it. */
    public Map<String, String> entries() {
        return text;
    }

    private static Map<String, String> standard() {
        ResourceBundle file =
                ResourceBundle.getBundle(AfterSalePolicy.class.getPackageName() + ".standard-after-sale", Locale.ROOT);
        Map<String, String> entries = new TreeMap<>();
        Collections.list(file.getKeys()).forEach(key -> entries.put(key, file.getString(key)));
        return entries;
    }

    @Override
    public String toString() {
        return "AfterSalePolicy[" + version + "]";
    }
}
