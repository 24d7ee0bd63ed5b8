package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.logistics.incident.IncidentCases;
import io.ordercore.application.logistics.incident.IncidentRate;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.incident.CaseStage;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.incident.Remedy;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Cases, a row each; the work list and what is due are read from indexes that closed cases are not in. */
final class PostgresIncidentCases implements IncidentCases {
    private static final String COLUMNS =
            "id, purchase_id, order_number, number, kind, evidence, stage, opened_at, due_at,"
                    + " next_at, escalations, claim, history, version";
    private static final String SELECT = "select " + COLUMNS + " from incident_case ";

    private final PostgresTransactions transactions;

    PostgresIncidentCases(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<IncidentCase> find(UUID id) {
        return transactions.read(
                connection -> Sql.one(connection, SELECT + "where id = ?", PostgresIncidentCases::incident, id));
    }

    @Override
    public List<IncidentCase> of(FulfilmentId parcel) {
        return transactions.read(connection -> Sql.list(
                connection,
                SELECT + "where purchase_id = ? and order_number = ? and number = ? order by opened_at, id",
                PostgresIncidentCases::incident,
                parcel.order().purchase().value(),
                parcel.order().number(),
                parcel.number()));
    }

    @Override
    public List<IncidentCase> of(OrderId order) {
        return transactions.read(connection -> Sql.list(
                connection,
                SELECT + "where purchase_id = ? and order_number = ? order by opened_at, id",
                PostgresIncidentCases::incident,
                order.purchase().value(),
                order.number()));
    }

    @Override
    public void save(IncidentCase it) {
        transactions.writeOne(
                "case " + it.id(),
                connection -> it.version() == 1
                        ? Sql.update(
                                connection,
                                "insert into incident_case (" + COLUMNS
                                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, 1) on conflict do"
                                        + " nothing",
                                it.id(),
                                it.fulfilment().order().purchase().value(),
                                it.fulfilment().order().number(),
                                it.fulfilment().number(),
                                it.kind().name(),
                                it.evidence(),
                                it.stage().name(),
                                it.openedAt(),
                                it.dueAt(),
                                it.nextAt(),
                                it.escalations(),
                                it.carrierRef(),
                                history(it))
                        : Sql.update(
                                connection,
                                "update incident_case set stage = ?, due_at = ?, next_at = ?, escalations = ?, claim ="
                                        + " ?, history = ?::jsonb, version = ? where id = ? and version = ?",
                                it.stage().name(),
                                it.dueAt(),
                                it.nextAt(),
                                it.escalations(),
                                it.carrierRef(),
                                history(it),
                                it.version(),
                                it.id(),
                                it.version() - 1));
    }

    @Override
    public List<IncidentCase> due(Instant now, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                SELECT + "where stage <> 'CLOSED' and least(due_at, coalesce(next_at, due_at)) <= ?"
                        + " order by least(due_at, coalesce(next_at, due_at)), id limit ?",
                PostgresIncidentCases::incident,
                now,
                limit));
    }

    @Override
    public List<IncidentCase> open(Filter wanted, int limit) {
        IncidentKind kind = wanted.kind();
        CaseStage stage = wanted.stage();
        return transactions.read(connection -> Sql.list(
                connection,
                SELECT + "where stage not in ('RESOLVED', 'CLOSED') and (?::text is null or kind = ?)"
                        + " and (?::text is null or stage = ?) and escalations >= ? order by due_at, id limit ?",
                PostgresIncidentCases::incident,
                kind == null ? null : kind.name(),
                kind == null ? null : kind.name(),
                stage == null ? null : stage.name(),
                stage == null ? null : stage.name(),
                wanted.escalated() ? 1 : 0,
                limit));
    }

    @Override
    public void handedOver(FulfilmentId parcel, CarrierCode carrier, String lane, Instant at) {
        transactions.write(connection -> Sql.update(
                connection,
                "insert into parcel_lane (purchase_id, order_number, number, carrier, lane, handed_over_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                parcel.order().purchase().value(),
                parcel.order().number(),
                parcel.number(),
                carrier.value(),
                lane,
                at));
    }

    @Override
    public List<IncidentRate> rates(Instant from, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "with parcels as (select * from parcel_lane where handed_over_at >= ?),"
                        + " lanes as (select carrier, lane, count(*) as parcels from parcels group by carrier, lane"
                        + " order by parcels desc, carrier, lane limit ?),"
                        + " kinds as (select carrier, lane, kind, count(distinct (purchase_id, order_number, number)) as n"
                        + " from parcels join incident_case using (purchase_id, order_number, number)"
                        + " group by grouping sets ((carrier, lane, kind), (carrier, lane)))"
                        + " select carrier, lane, parcels, coalesce(jsonb_object_agg(coalesce(kind, ''), n)"
                        + " filter (where n is not null), '{}') as cases"
                        + " from lanes left join kinds using (carrier, lane) group by carrier, lane, parcels"
                        + " order by parcels desc, carrier, lane",
                PostgresIncidentCases::rate,
                from,
                limit));
    }

    /** Under no kind at all stands how many parcels had any. */
    private static IncidentRate rate(ResultSet row) throws SQLException {
        Map<IncidentKind, Long> counts = new EnumMap<>(IncidentKind.class);
        long troubled = 0;
        for (Map.Entry<String, JsonNode> kind :
                Json.read(row.getString("cases")).properties()) {
            if (kind.getKey().isEmpty()) {
                troubled = kind.getValue().asLong();
            } else {
                counts.put(IncidentKind.valueOf(kind.getKey()), kind.getValue().asLong());
            }
        }
        return new IncidentRate(
                new CarrierCode(row.getString("carrier")),
                row.getString("lane"),
                row.getLong("parcels"),
                counts,
                troubled);
    }

    private static String history(IncidentCase it) {
        return Json.object(json -> {
            json.writeArrayFieldStart("offered");
            for (Remedy remedy : it.offered()) {
                json.writeString(remedy.name());
            }
            json.writeEndArray();
            Json.optional(json, "remedy", it.remedy());
            json.writeArrayFieldStart("steps");
            for (IncidentCase.Step step : it.history()) {
                json.writeStartObject();
                json.writeStringField("stage", step.stage().name());
                json.writeStringField("what", step.what());
                json.writeStringField("at", step.at().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static IncidentCase incident(ResultSet row) throws SQLException {
        JsonNode history = Json.read(row.getString("history"));
        List<Remedy> offered = new ArrayList<>();
        history.path("offered").forEach(remedy -> offered.add(Remedy.valueOf(remedy.asText())));
        String remedy = Json.textOrNull(history, "remedy");
        List<IncidentCase.Step> steps = new ArrayList<>();
        for (JsonNode step : history.path("steps")) {
            steps.add(new IncidentCase.Step(
                    CaseStage.valueOf(step.path("stage").asText()),
                    step.path("what").asText(),
                    Instant.parse(step.path("at").asText())));
        }
        return new IncidentCase(
                row.getObject("id", UUID.class),
                Sql.fulfilmentId(row),
                IncidentKind.valueOf(row.getString("kind")),
                row.getString("evidence"),
                CaseStage.valueOf(row.getString("stage")),
                Sql.instant(row, "opened_at"),
                Sql.instant(row, "due_at"),
                Sql.instantOrNull(row, "next_at"),
                row.getInt("escalations"),
                row.getString("claim"),
                offered,
                remedy == null ? null : Remedy.valueOf(remedy),
                steps,
                row.getLong("version"));
    }
}
