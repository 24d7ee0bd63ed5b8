package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.logistics.arrival.Journeys;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.arrival.ArrivalForecast;
import io.ordercore.domain.logistics.arrival.ArrivalPromise;
import io.ordercore.domain.logistics.arrival.Journey;
import io.ordercore.domain.logistics.arrival.Lane;
import io.ordercore.domain.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Journeys, a row each. */
final class PostgresJourneys implements Journeys {
    private final PostgresTransactions transactions;

    PostgresJourneys(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void promised(OrderId order, ArrivalPromise promise) {
        transactions.write(connection -> Sql.update(
                connection,
                "insert into arrival_promise (purchase_id, order_number, lines, expected, promised, said_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                order.purchase().value(),
                order.number(),
                promise.lines(),
                promise.said().expected(),
                promise.said().promised(),
                promise.said().asOf()));
    }

    @Override
    public Optional<ArrivalPromise> promise(OrderId order) {
        return transactions.read(connection -> Sql.one(
                connection,
                "select lines, expected, promised, said_at from arrival_promise where purchase_id = ? and order_number = ?",
                row -> new ArrivalPromise(
                        new ArrivalForecast(
                                Sql.instant(row, "expected"),
                                Sql.instant(row, "promised"),
                                Sql.instant(row, "said_at")),
                        row.getInt("lines")),
                order.purchase().value(),
                order.number()));
    }

    @Override
    public void begun(FulfilmentId parcel, Journey journey) {
        transactions.write(connection -> Sql.update(
                connection,
                "insert into journey (purchase_id, order_number, number, merchant, origin, region, zone, bought_at,"
                        + " handed_over_at, delivered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                parcel.order().purchase().value(),
                parcel.order().number(),
                parcel.number(),
                journey.merchant(),
                journey.lane().from(),
                journey.lane().to(),
                journey.lane().zone(),
                journey.bought(),
                journey.handedOver(),
                journey.delivered()));
    }

    @Override
    public void arrived(FulfilmentId parcel, Instant at) {
        transactions.write(connection -> Sql.update(
                connection,
                "update journey set delivered_at = ? where purchase_id = ? and order_number = ? and number = ? and"
                        + " delivered_at is null",
                at,
                parcel.order().purchase().value(),
                parcel.order().number(),
                parcel.number()));
    }

    @Override
    public List<Journey> since(Instant from, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select merchant, origin, region, zone, bought_at, handed_over_at, delivered_at from journey"
                        + " where bought_at >= ? order by bought_at desc limit ?",
                PostgresJourneys::journey,
                from,
                limit));
    }

    private static Journey journey(ResultSet row) throws SQLException {
        return new Journey(
                row.getString("merchant"),
                new Lane(row.getString("origin"), row.getString("region"), row.getString("zone")),
                Sql.instant(row, "bought_at"),
                Sql.instantOrNull(row, "handed_over_at"),
                Sql.instantOrNull(row, "delivered_at"));
    }
}
