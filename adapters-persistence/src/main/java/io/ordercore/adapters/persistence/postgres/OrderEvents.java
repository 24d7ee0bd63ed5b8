package io.ordercore.adapters.persistence.postgres;

import io.ordercore.domain.order.EventChain;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Channel;
import io.ordercore.domain.party.Role;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Rows of the history, which is the outbox too. Lives within one statement. */
final class OrderEvents {
    static final String COLUMNS =
            "purchase_id, number, sequence, type, actor, actor_role, actor_channel, reason, at, facts";

    /** Takes the eleven array parameters that {@link #bind} sets. */
    static final String INSERT = "insert into order_event (" + COLUMNS + ", hash)"
            + " select unnest(?::uuid[]), unnest(?::int8[]), unnest(?::int8[]), unnest(?::text[]), unnest(?::text[]),"
            + " unnest(?::text[]), unnest(?::text[]), unnest(?::text[]),"
            + " timestamptz 'epoch' + unnest(?::int8[]) * interval '1 microsecond', unnest(?::text[])::jsonb,"
            + " unnest(?::bytea[])";

    private final Rows rows = Rows.of(
            Rows.uuids(),
            Rows.longs(),
            Rows.longs(),
            Rows.texts(),
            Rows.texts(),
            Rows.texts(),
            Rows.texts(),
            Rows.texts(),
            Rows.longs(),
            Rows.texts(),
            Rows.bytes());

    /** Links events to the chain that ends in {@code head}; answers its new end. */
    byte[] link(byte[] head, List<OrderEvent> events) {
        byte[] hash = head;
        for (OrderEvent event : events) {
            hash = EventChain.link(hash, event);
            Actor actor = event.actor();
            rows.add(
                    event.order().purchase().value(),
                    (long) event.order().number(),
                    event.sequence(),
                    event.type().name(),
                    actor.id(),
                    actor.role().name(),
                    actor.channel().name(),
                    actor.reason(),
                    Sql.micros(event.at()),
                    Json.object(event.facts()),
                    hash);
        }
        return hash;
    }

    int bind(Connection connection, PreparedStatement statement, int first) throws SQLException {
        return rows.bind(connection, statement, first);
    }

    void insert(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            bind(connection, statement, 1);
            statement.executeUpdate();
        }
    }

    static OrderEvent read(ResultSet row) throws SQLException {
        return new OrderEvent(
                new OrderId(new PurchaseId(row.getObject("purchase_id", UUID.class)), row.getInt("number")),
                row.getLong("sequence"),
                OrderEventType.valueOf(row.getString("type")),
                new Actor(
                        row.getString("actor"),
                        Role.valueOf(row.getString("actor_role")),
                        Channel.valueOf(row.getString("actor_channel")),
                        row.getString("reason")),
                Sql.instant(row, "at"),
                Json.strings(row.getString("facts")));
    }
}
