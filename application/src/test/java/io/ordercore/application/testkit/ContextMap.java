package io.ordercore.application.testkit;

import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which capability may know which. Read from the top: a capability knows only what stands above it, so that no cycle can
 * arise.
 *
 * <p>To know a capability is to use its types: the identity of an order, the price of an offer. What must happen elsewhere
 * when something happened here is no such knowledge: it goes through an event, and a class named {@code *Reactions} turns
 * the event into calls. Reactions alone may know every capability of their layer and below.
 */
public final class ContextMap {
    /** What is true: the map of the domain. */
    public static final ContextMap OF_THE_DOMAIN = new ContextMap()
            .capability("money")
            .capability("party")
            .capability("notice", "party")
            .capability("catalog", "money", "party", "notice")
            .capability("stock", "catalog", "party")
            .capability("order", "money", "party", "catalog", "stock")
            .capability("payment", "money", "party", "order")
            .capability("logistics", "money", "party", "notice", "catalog", "order")
            .capability("carrier", "money", "party", "notice", "logistics")
            .capability("modification", "money", "party", "notice", "catalog", "stock", "order", "payment", "logistics")
            .capability("aftersale", "money", "party", "notice", "catalog", "stock", "order", "payment", "logistics")
            .capability("inspection", "money", "party", "notice", "catalog", "stock", "order")
            .capability("credit", "money", "party", "notice", "catalog", "order", "logistics", "inspection")
            .capability("support", "money", "party", "notice", "catalog", "order", "modification", "aftersale")
            .capability("operations", "party", "notice");

    /** What may be asked: the same map, and what one transaction has to write together. Each exception says why. */
    public static final ContextMap OF_THE_APPLICATION = OF_THE_DOMAIN
            .also(
                    "order",
                    "payment",
                    "a refund is promised in the transaction that cancels, or money and goods could part")
            .also("catalog", "stock", "a listing that goes on sale counts its first stock in the same transaction");

    private final Map<String, Set<String>> known = new LinkedHashMap<>();

    private final Map<String, String> exceptions = new LinkedHashMap<>();

    private ContextMap() {}

    private ContextMap capability(String name, String... mayKnow) {
        List<String> strangers = List.of(mayKnow).stream()
                .filter(other -> !known.containsKey(other))
                .toList();
        if (!strangers.isEmpty()) {
            throw new IllegalArgumentException(name + " knows " + strangers + ", which do not stand above it");
        }
        known.put(name, Set.of(mayKnow));
        return this;
    }

    private ContextMap also(String capability, String other, String because) {
        ContextMap wider = new ContextMap();
        wider.known.putAll(known);
        wider.known.merge(capability, Set.of(other), Sets::union);
        wider.exceptions.putAll(exceptions);
        wider.exceptions.put(capability + " -> " + other, because);
        return wider;
    }

    /** Every capability, in reading order. */
    public List<String> capabilities() {
        return List.copyOf(known.keySet());
    }

    /** Whether a type of {@code capability} may use a type of {@code other}. Everybody knows itself. */
    public boolean mayKnow(String capability, String other) {
        return capability.equals(other)
                || known.getOrDefault(capability, Set.of()).contains(other);
    }

    /** One line per capability and one per exception, for people. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        known.forEach((name, others) -> {
            List<String> sorted = others.stream().sorted().toList();
            lines.append(String.format("%-13s%s%n", name, sorted.isEmpty() ? "-" : "-> " + String.join(", ", sorted)));
        });
        exceptions.forEach((knows, because) -> lines.append(String.format("%s: %s%n", knows, because)));
        return lines.toString();
    }
}
