package io.ordercore.domain.modification;

import io.ordercore.domain.logistics.intercept.InterceptionStatus;
import io.ordercore.domain.modification.PolicyException.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads a policy and collects everything that is wrong with it. Lives within one method call. */
final class PolicyReader {
    private static final String FEE = "fee.";
    private static final String REFUND = "refund.";
    private static final String VERSION = "version";
    private static final String CUT_OFF = "cut-off";

    private final Map<String, String> entries;
    private final Set<String> unread;
    private final List<Finding> findings = new ArrayList<>();

    PolicyReader(Map<String, String> entries) {
        this.entries = new TreeMap<>(entries);
        this.unread = new TreeSet<>(entries.keySet());
    }

    ModificationPolicy read() {
        String version = entries.getOrDefault(VERSION, "").strip();
        unread.remove(VERSION);
        if (version.isEmpty()) {
            found(VERSION, Finding.Kind.GAP, "a policy has a version");
        }
        Map<FeeKind, Map<CurrencyUnit, Money>> fees = fees();
        Map<ChangeKind, Map<Stage, Ruled>> cells = new EnumMap<>(ChangeKind.class);
        for (ChangeKind kind : ChangeKind.values()) {
            Map<Stage, Ruled> row = new EnumMap<>(Stage.class);
            for (Stage stage : Stage.values()) {
                Ruled cell = cell(kind, stage, fees);
                if (cell != null) {
                    row.put(stage, cell);
                }
            }
            cells.put(kind, row);
        }
        Map<FeeKind, Set<InterceptionStatus>> refunds = refunds(fees);
        CutOff cutOff = cutOff();
        unread.forEach(key -> found(key, Finding.Kind.UNKNOWN, "no such kind, stage or fee"));
        if (!findings.isEmpty()) {
            throw new PolicyException(findings);
        }
        return new ModificationPolicy(version, cells, fees, refunds, cutOff, entries);
    }

    private Map<FeeKind, Map<CurrencyUnit, Money>> fees() {
        Map<FeeKind, Map<CurrencyUnit, Money>> fees = new EnumMap<>(FeeKind.class);
        entries.forEach((key, value) -> {
            if (key.startsWith(FEE)) {
                unread.remove(key);
                fee(key, value, fees);
            }
        });
        return fees;
    }

    private void fee(String key, String value, Map<FeeKind, Map<CurrencyUnit, Money>> fees) {
        String[] parts = key.split("\\.", -1);
        try {
            FeeKind kind = FeeKind.valueOf(parts[1]);
            Money amount = Money.parse(parts[2] + " " + value.strip());
            if (amount.isNegative()) {
                found(key, Finding.Kind.CONTRADICTION, "a fee is not negative");
            }
            fees.computeIfAbsent(kind, unpriced -> new HashMap<>()).put(amount.getCurrencyUnit(), amount);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | ArithmeticException e) {
            found(key, Finding.Kind.UNKNOWN, "not fee.<kind>.<currency> = <amount>");
        }
    }

    private Map<FeeKind, Set<InterceptionStatus>> refunds(Map<FeeKind, Map<CurrencyUnit, Money>> fees) {
        String key = REFUND + FeeKind.INTERCEPT;
        unread.remove(key);
        String text = entries.get(key);
        if (text == null) {
            if (fees.containsKey(FeeKind.INTERCEPT)) {
                found(key, Finding.Kind.GAP, "nobody can tell when the fee goes back");
            }
            return Map.of();
        }
        Set<InterceptionStatus> outcomes = new LinkedHashSet<>();
        for (String word : text.strip().split("\\s+", -1)) {
            try {
                InterceptionStatus outcome = InterceptionStatus.valueOf(word);
                must(key, !outcome.isOpen(), word + " is no outcome");
                outcomes.add(outcome);
            } catch (IllegalArgumentException e) {
                found(key, Finding.Kind.UNKNOWN, word);
            }
        }
        return Map.of(FeeKind.INTERCEPT, outcomes);
    }

    private @Nullable CutOff cutOff() {
        unread.remove(CUT_OFF);
        String text = entries.get(CUT_OFF);
        if (text == null) {
            return null;
        }
        try {
            return CutOff.parse(text);
        } catch (IllegalArgumentException e) {
            found(CUT_OFF, Finding.Kind.UNKNOWN, "not <time> <zone>");
            return null;
        }
    }

    private @Nullable Ruled cell(ChangeKind kind, Stage stage, Map<FeeKind, Map<CurrencyUnit, Money>> fees) {
        String key = kind + "." + stage;
        unread.remove(key);
        String text = entries.getOrDefault(key, "").strip();
        if (text.isEmpty()) {
            found(key, Finding.Kind.GAP, "nobody can tell what happens");
            return null;
        }
        Ruled cell;
        try {
            cell = parse(List.of(text.split("\\s+")));
        } catch (IllegalArgumentException e) {
            found(key, Finding.Kind.UNKNOWN, text);
            return null;
        }
        contradictions(key, kind, stage, cell);
        cell.fees().forEach(fee -> mustBePriced(key, fee, fees));
        cell.alternatives().forEach(way -> way.fees().forEach(fee -> mustBePriced(key, fee, fees)));
        return cell;
    }

    private static Ruled parse(List<String> words) {
        if (words.size() < 2) {
            throw new IllegalArgumentException("a cell has a ruling and a reason");
        }
        Set<Approver> approvers = new LinkedHashSet<>();
        Set<FeeKind> fees = new LinkedHashSet<>();
        List<Alternative> ways = new ArrayList<>();
        String about = "";
        for (String word : words.subList(2, words.size())) {
            if (Set.of("by", "fee", "else").contains(word)) {
                about = word;
                continue;
            }
            switch (about) {
                case "by" -> approvers.add(Approver.valueOf(word));
                case "fee" -> fees.add(FeeKind.valueOf(word));
                case "else" -> ways.add(Alternative.valueOf(word));
                default -> throw new IllegalArgumentException(word);
            }
        }
        return new Ruled(
                Ruling.valueOf(words.get(0)), Set.of(RulingReason.valueOf(words.get(1))), approvers, false, fees, ways);
    }

    private void contradictions(String key, ChangeKind kind, Stage stage, Ruled cell) {
        boolean asks = !cell.approvers().isEmpty();
        boolean charges = !cell.fees().isEmpty();
        boolean offers = !cell.alternatives().isEmpty();
        must(
                key,
                asks == (cell.ruling() == Ruling.NEEDS_APPROVAL),
                "an approval has an approver, and nothing else has");
        must(key, cell.ruling() != Ruling.ALLOW_WITH_FEE || charges, "a fee has a name");
        must(key, cell.ruling() != Ruling.ALLOW || !charges, "what is simply allowed is free");
        must(key, cell.ruling().isOpen() || !charges, "what does not happen costs nothing");
        must(key, cell.ruling() != Ruling.OFFER_ALTERNATIVE || offers, "an offer has an alternative");
        must(key, cell.ruling() != Ruling.DENY || !offers, "a denial with an alternative is an offer");
        for (Alternative way : cell.alternatives()) {
            must(key, way.possibleFrom(stage), way + " cannot be had any more");
        }
        if (kind.touchesGoods()) {
            must(key, !stage.handedOver() || !cell.ruling().isOpen(), "nothing changes in place after the hand-over");
            must(
                    key,
                    !stage.inWarehouse()
                            || !cell.ruling().isOpen()
                            || cell.approvers().contains(Approver.WAREHOUSE),
                    "a change the warehouse is not asked about never reaches it");
        }
    }

    private void mustBePriced(String key, FeeKind fee, Map<FeeKind, Map<CurrencyUnit, Money>> fees) {
        if (!fees.containsKey(fee)) {
            found(key, Finding.Kind.GAP, "nobody can tell what " + fee + " costs");
        }
    }

    private void must(String key, boolean holds, String otherwise) {
        if (!holds) {
            found(key, Finding.Kind.CONTRADICTION, otherwise);
        }
    }

    private void found(String key, Finding.Kind kind, String detail) {
        findings.add(new Finding(key, kind, detail));
    }
}
