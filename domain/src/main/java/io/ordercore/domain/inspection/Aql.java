package io.ordercore.domain.inspection;

import java.math.BigDecimal;
import java.util.List;

/**
 * Acceptance quality limit: the worst share of defectives that is still satisfactory as an average over many lots.
 *
 * <p>One of the standard's 26 preferred values; per cent defective up to 10, defects per hundred units above.
 */
public record Aql(BigDecimal value) implements Comparable<Aql> {
    private static final BigDecimal LAST_PER_CENT = BigDecimal.TEN;

    public Aql {
        value = value.stripTrailingZeros();
        if (!MasterTables.STANDARD.columns().contains(value)) {
            throw new IllegalArgumentException(value.toPlainString() + " is not a preferred AQL of the standard");
        }
    }

    /** For example {@code of("2.5")}. */
    public static Aql of(String value) {
        return new Aql(new BigDecimal(value));
    }

    /** All 26, the strictest first. */
    public static List<Aql> preferred() {
        return MasterTables.STANDARD.columns().stream().map(Aql::new).toList();
    }

    /** The next stricter one; the strictest answers itself. */
    public Aql oneStepTighter() {
        List<BigDecimal> columns = MasterTables.STANDARD.columns();
        return new Aql(columns.get(Math.max(0, columns.indexOf(value) - 1)));
    }

    /** True where the value counts defects per hundred units instead of defectives per hundred. */
    public boolean countsDefects() {
        return value.compareTo(LAST_PER_CENT) > 0;
    }

    @Override
    public int compareTo(Aql other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
