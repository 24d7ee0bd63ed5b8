package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.logistics.Fulfilments;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.FulfilmentStage;
import io.ordercore.domain.logistics.Handover;
import io.ordercore.domain.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fulfilments, one row each, beside those of the same order. */
final class PostgresFulfilments implements Fulfilments {
    private static final String COLUMNS = "purchase_id, order_number, number, stage, units, carrier, tracking_number,"
            + " handed_over_at, delivered_at, version";
    private static final String OF_ORDER =
            "select " + COLUMNS + " from fulfilment where purchase_id = ? and order_number = ?";

    private final PostgresTransactions transactions;

    PostgresFulfilments(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Fulfilment> find(FulfilmentId id) {
        return transactions.read(connection -> Sql.one(
                connection,
                OF_ORDER + " and number = ?",
                PostgresFulfilments::fulfilment,
                id.order().purchase().value(),
                id.order().number(),
                id.number()));
    }

    @Override
    public List<Fulfilment> of(OrderId order) {
        return transactions.read(connection -> Sql.list(
                connection,
                OF_ORDER + " order by number",
                PostgresFulfilments::fulfilment,
                order.purchase().value(),
                order.number()));
    }

    @Override
    public void save(Fulfilment fulfilment) {
        FulfilmentId id = fulfilment.id();
        Handover handover = fulfilment.handover();
        String carrier = handover == null ? null : handover.carrier();
        String trackingNumber = handover == null ? null : handover.trackingNumber();
        java.time.Instant handedOverAt = handover == null ? null : handover.at();
        transactions.writeOne(
                "fulfilment " + id,
                connection -> fulfilment.version() == 1
                        ? Sql.update(
                                connection,
                                "insert into fulfilment (" + COLUMNS + ") values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, 1)"
                                        + " on conflict do nothing",
                                id.order().purchase().value(),
                                id.order().number(),
                                id.number(),
                                fulfilment.stage().name(),
                                units(fulfilment),
                                carrier,
                                trackingNumber,
                                handedOverAt,
                                fulfilment.deliveredAt())
                        : Sql.update(
                                connection,
                                "update fulfilment set stage = ?, units = ?::jsonb, carrier = ?, tracking_number = ?,"
                                        + " handed_over_at = ?, delivered_at = ?, version = ?"
                                        + " where purchase_id = ? and order_number = ? and number = ? and version = ?",
                                fulfilment.stage().name(),
                                units(fulfilment),
                                carrier,
                                trackingNumber,
                                handedOverAt,
                                fulfilment.deliveredAt(),
                                fulfilment.version(),
                                id.order().purchase().value(),
                                id.order().number(),
                                id.number(),
                                fulfilment.version() - 1));
    }

    private static String units(Fulfilment fulfilment) {
        return Json.object(json -> {
            for (Map.Entry<Integer, Integer> count : fulfilment.units().entrySet()) {
                json.writeNumberField(count.getKey().toString(), count.getValue());
            }
        });
    }

    private static Fulfilment fulfilment(ResultSet row) throws SQLException {
        Map<Integer, Integer> units = new TreeMap<>();
        Json.read(row.getString("units"))
                .properties()
                .forEach(count -> units.put(
                        Integer.valueOf(count.getKey()), count.getValue().asInt()));
        return new Fulfilment(
                Sql.fulfilmentId(row),
                units,
                FulfilmentStage.valueOf(row.getString("stage")),
                handover(row),
                Sql.instantOrNull(row, "delivered_at"),
                row.getLong("version"));
    }

    private static @Nullable Handover handover(ResultSet row) throws SQLException {
        String carrier = row.getString("carrier");
        return carrier == null
                ? null
                : new Handover(carrier, row.getString("tracking_number"), Sql.instant(row, "handed_over_at"));
    }
}
