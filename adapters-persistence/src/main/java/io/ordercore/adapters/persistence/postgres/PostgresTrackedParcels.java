package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.logistics.EndangeredParcels;
import io.ordercore.application.logistics.EndangeredParcels.Place;
import io.ordercore.application.logistics.TrackedParcels;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.arrival.Danger;
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
    private static final String PLACE = "urgency, purchase_id, order_number, number";
    /** {@code Danger.urgency} of those endangered; sorted by it before the documents are read. */
    private static final String ENDANGERED =
            SELECT + " join (select " + PLACE + " from (select purchase_id, order_number,"
                    + " number, case when promised_at <= now then 1000000000000 + floor(extract(epoch from now - promised_at))"
                    + " else least(floor(floor(extract(epoch from promised_at - endangered_at)) * 1000"
                    + " / greatest(floor(extract(epoch from promised_at - now)), 1)), 999999999999) end::bigint as urgency"
                    + " from parcel, (select ?::timestamptz as now) asked where endangered_at <= now and (? or carrier = ?)) rated"
                    + " where ? or (" + PLACE + ") < (?, ?, ?, ?)"
                    + " order by urgency desc, purchase_id desc, order_number desc, number desc limit ?) top"
                    + " using (purchase_id, order_number, number)"
                    + " order by urgency desc, purchase_id desc, order_number desc, number desc";

    private static final Place TOP =
            new Place(Long.MAX_VALUE, new FulfilmentId(new OrderId(new PurchaseId(new UUID(0, 0)), 1), 1));

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
        Danger danger = parcel.danger();
        Instant promised = danger == null ? null : danger.promised();
        Instant endangered = danger == null ? null : danger.from();
        byte[] document = keys.encrypt(ParcelDocument.write(parcel), place(id));
        transactions.writeOne(
                "parcel " + id,
                connection -> parcel.version() == 1
                        ? Sql.update(
                                connection,
                                "insert into parcel (" + COLUMNS + ", status, promised_at,"
                                        + " endangered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)"
                                        + " on conflict do nothing",
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
                                parcel.state().status().name(),
                                promised,
                                endangered)
                        : Sql.update(
                                connection,
                                "update parcel set observed_at = ?, poll_at = ?, silent_at = ?, document = ?, status ="
                                        + " ?, promised_at = ?, endangered_at = ?, version = ? where purchase_id = ? and order_number = ? and number = ? and"
                                        + " version = ?",
                                parcel.observedAt(),
                                parcel.pollAt(),
                                parcel.silentAt(),
                                document,
                                parcel.state().status().name(),
                                promised,
                                endangered,
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
    public List<Parcel> endangered(EndangeredParcels wanted) {
        CarrierCode carrier = wanted.carrier();
        Place after = wanted.after();
        Place from = after == null ? TOP : after;
        return transactions.read(connection -> Sql.list(
                connection,
                ENDANGERED,
                this::parcel,
                wanted.asOf(),
                carrier == null,
                carrier == null ? "" : carrier.value(),
                after == null,
                from.urgency(),
                from.parcel().order().purchase().value(),
                from.parcel().order().number(),
                from.parcel().number(),
                wanted.limit()));
    }

    @Override
    public List<Parcel> silent(Instant now, int limit) {
        return transactions.read(connection -> Sql.list(
                connection, SELECT + "where silent_at <= ? order by silent_at limit ?", this::parcel, now, limit));
    }

    private Parcel parcel(ResultSet row) throws SQLException {
        FulfilmentId id = Sql.fulfilmentId(row);
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
