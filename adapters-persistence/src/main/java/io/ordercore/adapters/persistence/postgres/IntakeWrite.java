package io.ordercore.adapters.persistence.postgres;

import io.ordercore.adapters.persistence.postgres.RecipientCipher.Personal;
import io.ordercore.application.order.OrderIntake.Intake;
import io.ordercore.application.order.OrderIntake.PlacedPurchase;
import io.ordercore.domain.order.EventChain;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderSnapshot;
import io.ordercore.domain.order.PlacingDecision;
import io.ordercore.domain.stock.StockMove;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that a group of placed purchases writes, as one statement. Lives within one transaction. */
final class IntakeWrite {
    private static final String INSERT_ORDERS = "insert into orders (purchase_id, number, buyer, merchant, status,"
            + " placed_at, due_at, version, currency, document, recipient, phone_index, history_head)"
            + " select purchase_id, number, buyer, merchant, status,"
            + " timestamptz 'epoch' + placed_at * interval '1 microsecond',"
            + " timestamptz 'epoch' + due_at * interval '1 microsecond',"
            + " version, currency, document::jsonb, recipient, phone_index, history_head"
            + " from unnest(?::uuid[], ?::int8[], ?::text[], ?::text[], ?::text[], ?::int8[], ?::int8[], ?::int8[],"
            + " ?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[]) as o (purchase_id, number, buyer, merchant, status,"
            + " placed_at, due_at, version, currency, document, recipient, phone_index, history_head)";

    private static final String INSERT_COMMANDS = "insert into command (caller, key, fingerprint, answer, at)"
            + " select caller, key, fingerprint, answer, timestamptz 'epoch' + at * interval '1 microsecond'"
            + " from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int8[])"
            + " as c (caller, key, fingerprint, answer, at)";

    private static final String RESERVE = "update stock set reserved = reserved + units"
            + " from unnest(?::text[], ?::int8[]) as taken (name, units) where sku = name";

    private static final String EVERYTHING = "with placed as (" + INSERT_ORDERS + "), told as (" + OrderEvents.INSERT
            + "), remembered as (" + INSERT_COMMANDS + ") " + RESERVE;

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
    private final TreeMap<String, Long> taken = new TreeMap<>();

    IntakeWrite(RecipientCipher recipients) {
        this.recipients = recipients;
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
                taken.merge(move.sku().value(), (long) move.quantity(), Long::sum);
            }
        }
        commands.add(
                intake.key().caller(),
                intake.key().key(),
                intake.fingerprint(),
                PlacedAnswer.write(answer),
                Sql.micros(intake.now()));
    }

    void execute(Connection connection) throws SQLException {
        if (orders.isEmpty()) {
            return;
        }
        Rows reserved = Rows.of(Rows.texts(), Rows.longs());
        taken.forEach(reserved::add);
        try (PreparedStatement statement = connection.prepareStatement(EVERYTHING)) {
            int next = orders.bind(connection, statement, 1);
            next = events.bind(connection, statement, next);
            next = commands.bind(connection, statement, next);
            reserved.bind(connection, statement, next);
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
