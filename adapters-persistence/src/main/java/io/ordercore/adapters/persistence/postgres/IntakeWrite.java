package io.ordercore.adapters.persistence.postgres;

import io.ordercore.adapters.persistence.postgres.RecipientCipher.Personal;
import io.ordercore.application.order.OrderIntake.Intake;
import io.ordercore.application.order.OrderIntake.PlacedPurchase;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.EventChain;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderSnapshot;
import io.ordercore.domain.order.PlacingDecision;
import io.ordercore.domain.stock.StockMove;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that a group of placed purchases writes: what is new, as one statement, and what it takes from the stock. Lives within one
 * transaction.
 *
 * <p>Its arrays are taken apart in the select list: in the from clause PostgreSQL would put each into a store of its own first. The
 * stock's rows are locked and so stay where they were found: they need not be looked up again.
 */
final class IntakeWrite {
    private static final String INSERT_ORDERS = "insert into orders (purchase_id, number, buyer, merchant, status,"
            + " placed_at, due_at, version, currency, content, recipient, phone_index, history_head)"
            + " select unnest(?::uuid[]), unnest(?::int8[]), unnest(?::text[]), unnest(?::text[]), unnest(?::text[]),"
            + " timestamptz 'epoch' + unnest(?::int8[]) * interval '1 microsecond',"
            + " timestamptz 'epoch' + unnest(?::int8[]) * interval '1 microsecond',"
            + " unnest(?::int8[]), unnest(?::text[]), unnest(?::text[]), unnest(?::bytea[]), unnest(?::bytea[]),"
            + " unnest(?::bytea[])";

    private static final String INSERT_COMMANDS = "insert into command (caller, key, fingerprint, answer, at)"
            + " select unnest(?::text[]), unnest(?::text[]), unnest(?::text[]), unnest(?::text[]),"
            + " timestamptz 'epoch' + unnest(?::int8[]) * interval '1 microsecond'";

    private static final String RESERVE = "update stock set reserved = reserved + units"
            + " from (select unnest(?::text[])::tid as place, unnest(?::int8[]) as units) as taken where ctid = place";

    private static final String INSERT =
            "with placed as (" + INSERT_ORDERS + "), told as (" + OrderEvents.INSERT + ") " + INSERT_COMMANDS;

    private final RecipientCipher recipients;
    private final Rows orders = Rows.of(
            Rows.uuids(),
            Rows.longs(),
            Rows.texts(),
            Rows.texts(),
            Rows.texts(),
            Rows.longs(),
            Rows.longs(),
            Rows.longs(),
            Rows.texts(),
            Rows.texts(),
            Rows.bytes(),
            Rows.bytes(),
            Rows.bytes());
    private final OrderEvents events = new OrderEvents();
    private final Rows commands = Rows.of(Rows.texts(), Rows.texts(), Rows.texts(), Rows.texts(), Rows.longs());
    private final Map<Sku, Long> taken = new HashMap<>();

    IntakeWrite(RecipientCipher recipients) {
        this.recipients = recipients;
    }

    /** The units of each SKU that are to be reserved. */
    Map<Sku, Long> taken() {
        return taken;
    }

    void add(Intake intake, PlacingDecision.Placed placed, PlacedPurchase answer) {
        byte[] phoneIndex = recipients.phoneIndex(intake.request().recipient().phone());
        for (OrderDecision.Changed changed : placed.orders()) {
            OrderSnapshot order = changed.order().snapshot();
            orders.add(
                    order.id().purchase().value(),
                    (long) order.id().number(),
                    order.buyer().value(),
                    order.merchant().value(),
                    order.status().name(),
                    Sql.micros(order.placedAt()),
                    microsOrNull(order.dueAt()),
                    order.version(),
                    order.shipping().getCurrencyUnit().getCode(),
                    OrderDocument.write(order),
                    recipients.encrypt(order.id(), Personal.of(order)),
                    phoneIndex,
                    events.link(EventChain.start(), changed.events()));
            for (StockMove move : changed.stock()) {
                taken.merge(move.sku(), (long) move.quantity(), Long::sum);
            }
        }
        commands.add(
                intake.key().caller(),
                intake.key().key(),
                intake.fingerprint(),
                PlacedAnswer.write(answer),
                Sql.micros(intake.now()));
    }

    /** The orders, their history and the answers to remember. */
    void insert(Connection connection) throws SQLException {
        if (orders.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            int next = orders.bind(connection, statement, 1);
            next = events.bind(connection, statement, next);
            commands.bind(connection, statement, next);
            statement.executeUpdate();
        }
    }

    /** @param place where the stock of a SKU lies, whose row this transaction has locked */
    void reserve(Connection connection, Function<Sku, String> place) throws SQLException {
        if (taken.isEmpty()) {
            return;
        }
        Rows reserved = Rows.of(Rows.texts(), Rows.longs());
        taken.forEach((sku, units) -> reserved.add(place.apply(sku), units));
        try (PreparedStatement statement = connection.prepareStatement(RESERVE)) {
            reserved.bind(connection, statement, 1);
            int rows = statement.executeUpdate();
            if (rows != taken.size()) {
                throw new IllegalStateException("reserved " + rows + " of " + taken.size() + " SKUs");
            }
        }
    }

    private static @Nullable Long microsOrNull(@Nullable Instant instant) {
        return instant == null ? null : Sql.micros(instant);
    }
}
