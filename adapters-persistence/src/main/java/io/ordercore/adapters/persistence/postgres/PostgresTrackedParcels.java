package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.logistics.TrackedParcels;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.logistics.tracking.TrackingState;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.PurchaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Parcels, a row each beside those of the same order; what their carriers said is encrypted. */
final class PostgresTrackedParcels implements TrackedParcels {
    private static final String COLUMNS = "purchase_id, order_number, number, carrier, tracking, handed_over_at,"
            + " observed_at, poll_at, silent_at, document, version";
    private static final String SELECT = "select " + COLUMNS + " from parcel ";

    private final PostgresTransactions transactions;
    private final PersonalDataKeys keys;

    PostgresTrackedParcels(PostgresTransactions transactions, PersonalDataKeys keys) {
        this.transactions = transactions;
        this.keys = keys;
    }

    @Override
    public Optional<Parcel> find(FulfilmentId id) {
        return transactions.read(connection -> Sql.one(
                connection,
                SELECT + "where purchase_id = ? and order_number = ? and number = ?",
                this::parcel,
                id.order().purchase().value(),
                id.order().number(),
                id.number()));
    }

    @Override
    public List<Parcel> of(OrderId order) {
        return transactions.read(connection -> Sql.list(
                connection,
                SELECT + "where purchase_id = ? and order_number = ? order by number",
                this::parcel,
                order.purchase().value(),
                order.number()));
    }

    @Override
    public List<Parcel> numbered(CarrierCode carrier, TrackingNumber number) {
        return transactions.read(connection -> Sql.list(
                connection,
                SELECT
                        + "where carrier = ? and tracking = ? order by handed_over_at desc, purchase_id, order_number,"
                        + " number",
                this::parcel,
                carrier.value(),
                number.value()));
    }

    @Override
    public void save(Parcel parcel) {
        FulfilmentId id = parcel.fulfilment();
        byte[] document = keys.encrypt(ParcelDocument.write(parcel), place(id));
        transactions.writeOne(
                "parcel " + id,
                connection -> parcel.version() == 1
                        ? Sql.update(
                                connection,
                                "insert into parcel (" + COLUMNS + ", status)"
                                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?) on conflict do nothing",
                                id.order().purchase().value(),
                                id.order().number(),
                                id.number(),
                                parcel.carrier().value(),
                                parcel.number().value(),
                                parcel.handedOverAt(),
                                parcel.observedAt(),
                                parcel.pollAt(),
                                parcel.silentAt(),
                                document,
                                parcel.state().status().name())
                        : Sql.update(
                                connection,
                                "update parcel set observed_at = ?, poll_at = ?, silent_at = ?, document = ?, status ="
                                        + " ?, version = ? where purchase_id = ? and order_number = ? and number = ? and"
                                        + " version = ?",
                                parcel.observedAt(),
                                parcel.pollAt(),
                                parcel.silentAt(),
                                document,
                                parcel.state().status().name(),
                                parcel.version(),
                                id.order().purchase().value(),
                                id.order().number(),
                                id.number(),
                                parcel.version() - 1));
    }

    @Override
    public List<Parcel> takeDue(Instant now, Duration lease, int limit) {
        return transactions.write(connection -> Sql.list(
                connection,
                "update parcel set poll_at = ? where (purchase_id, order_number, number) in (select purchase_id,"
                        + " order_number, number from parcel where poll_at <= ? order by poll_at limit ?"
                        + " for update skip locked) returning " + COLUMNS,
                this::parcel,
                now.plus(lease),
                now,
                limit));
    }

    @Override
    public List<Parcel> silent(Instant now, int limit) {
        return transactions.read(connection -> Sql.list(
                connection, SELECT + "where silent_at <= ? order by silent_at limit ?", this::parcel, now, limit));
    }

    private Parcel parcel(ResultSet row) throws SQLException {
        FulfilmentId id = new FulfilmentId(
                new OrderId(new PurchaseId(row.getObject("purchase_id", UUID.class)), row.getInt("order_number")),
                row.getInt("number"));
        CarrierCode carrier = new CarrierCode(row.getString("carrier"));
        TrackingNumber number = new TrackingNumber(row.getString("tracking"));
        ParcelDocument document = ParcelDocument.read(
                keys.decrypt(row.getBytes("document"), place(id)), carrier, number, Sql.instant(row, "handed_over_at"));
        return new Parcel(
                id,
                carrier,
                number,
                Sql.instant(row, "handed_over_at"),
                TrackingState.of(document.events()),
                document.windows(),
                document.toldAt(),
                document.own(),
                Sql.instantOrNull(row, "observed_at"),
                Sql.instantOrNull(row, "poll_at"),
                Sql.instantOrNull(row, "silent_at"),
                row.getLong("version"));
    }

    private static String place(FulfilmentId id) {
        return "parcel|document|" + id;
    }
}
