package io.ordercore.adapters.persistence.postgres;

import io.ordercore.domain.order.SkuFacts;
import io.ordercore.domain.party.MerchantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The orders a group gives to merchants under a cap. Their rows are locked since the group's facts were read, so that no other
 * group counts the same order's room. Without a capped merchant nothing is written.
 */
final class IntakeCaps {
    private static final Duration DAY = Duration.ofHours(24);
    private static final String REMEMBER =
            "update seller set taken = array(select at from unnest(taken) as at where at > ?)"
                    + " || array(select timestamptz 'epoch' + micros * interval '1 microsecond' from unnest(?::int8[]) as micros)"
                    + " where merchant = ?";

    private final Map<?, SkuFacts> facts;
    private final boolean none;
    private final SortedMap<String, Rows> taken = new TreeMap<>();
    private Instant latest = Instant.EPOCH;

    /** For the merchants of these, which it keeps up to date. */
    IntakeCaps(Map<?, SkuFacts> facts) {
        this.facts = facts;
        this.none = facts.values().stream().allMatch(fact -> fact.ordersLeft() == null);
    }

    /** When the 24 hours began that end at an instant. */
    static OffsetDateTime dayBefore(Instant now) {
        return Sql.time(now.minus(DAY));
    }

    /** An order was placed; its merchant may take one fewer now, whichever of its SKUs comes next. */
    void placed(MerchantId merchant, Instant now) {
        if (none) {
            return;
        }
        boolean capped = false;
        for (Map.Entry<?, SkuFacts> entry : facts.entrySet()) {
            SkuFacts fact = entry.getValue();
            if (fact.ordersLeft() != null && fact.offer().merchant().equals(merchant)) {
                entry.setValue(fact.afterAnOrder());
                capped = true;
            }
        }
        if (capped) {
            taken.computeIfAbsent(merchant.value(), name -> Rows.of(Rows.longs()))
                    .add(Sql.micros(now));
            latest = now.isAfter(latest) ? now : latest;
        }
    }

    void execute(Connection connection) throws SQLException {
        for (Map.Entry<String, Rows> merchant : taken.entrySet()) {
            try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
                statement.setObject(1, dayBefore(latest));
                int next = merchant.getValue().bind(connection, statement, 2);
                statement.setString(next, merchant.getKey());
                statement.executeUpdate();
            }
        }
    }
}
