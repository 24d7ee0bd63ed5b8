package io.ordercore.domain.modification;

import io.ordercore.domain.logistics.intercept.InterceptionStatus;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What may be changed when: a table of {@link ChangeKind} by {@link Stage}, and what it costs. It is data with a version; a
 * merchant may have its own. {@link #read} refuses a table with a gap or a contradiction.
 */
public final class ModificationPolicy {
    /** The platform's own table, {@code standard-policy.properties}. */
    public static final ModificationPolicy STANDARD = read(standard());

    private final String version;
    private final Map<ChangeKind, Map<Stage, Ruled>> cells;
    private final Map<FeeKind, Map<CurrencyUnit, Money>> fees;
    private final Map<FeeKind, Set<InterceptionStatus>> refunds;
    private final @Nullable CutOff cutOff;
    private final Map<String, String> text;

    ModificationPolicy(
            String version,
            Map<ChangeKind, Map<Stage, Ruled>> cells,
            Map<FeeKind, Map<CurrencyUnit, Money>> fees,
            Map<FeeKind, Set<InterceptionStatus>> refunds,
            @Nullable CutOff cutOff,
            Map<String, String> text) {
        this.version = version;
        this.cells = new EnumMap<>(cells);
        this.fees = new EnumMap<>(fees);
        this.refunds = new EnumMap<>(refunds);
        this.cutOff = cutOff;
        this.text = Collections.unmodifiableMap(new TreeMap<>(text));
    }

    /**
     * Reads a table.
     *
     * @param entries {@code version}; {@code <kind>.<stage>} to {@code <ruling> <reason> [by <approver>...] [fee <fee>...]
     *     [else <alternative>...]}; {@code fee.<fee>.<currency>} to an amount; {@code refund.INTERCEPT} to the outcomes of
     *     an interception on which its fee goes back; {@code cut-off}, if the carrier comes every day, to a time and a zone
     * @throws PolicyException with everything that is missing, unknown or contradictory
     */
    public static ModificationPolicy read(Map<String, String> entries) {
        return new PolicyReader(entries).read();
    }

    public String version() {
        return version;
    }

    /** What the table says, before anything else is looked at. */
    public Ruled cell(ChangeKind kind, Stage stage) {
        Ruled cell = cells.getOrDefault(kind, Map.of()).get(stage);
        if (cell == null) {
            throw new IllegalStateException("policy " + version + " has a gap at " + kind + " in " + stage);
        }
        return cell;
    }

    /** What is charged; empty where the policy names no amount in this currency. */
    public Optional<Money> fee(FeeKind kind, CurrencyUnit currency) {
        return Optional.ofNullable(fees.getOrDefault(kind, Map.of()).get(currency));
    }

    /** The outcomes on which a fee goes back. */
    public Set<InterceptionStatus> refundedOn(FeeKind kind) {
        return refunds.getOrDefault(kind, Set.of());
    }

    /** When the carrier comes for what is packed; empty if only the hand-over tells. */
    public Optional<CutOff> cutOff() {
        return Optional.ofNullable(cutOff);
    }

    /** The table as {@link #read} takes it. */
    public Map<String, String> entries() {
        return text;
    }

    private static Map<String, String> standard() {
        ResourceBundle file =
                ResourceBundle.getBundle(ModificationPolicy.class.getPackageName() + ".standard-policy", Locale.ROOT);
        Map<String, String> entries = new TreeMap<>();
        Collections.list(file.getKeys()).forEach(key -> entries.put(key, file.getString(key)));
        return entries;
    }

    @Override
    public String toString() {
        return "ModificationPolicy[" + version + "]";
    }
}
