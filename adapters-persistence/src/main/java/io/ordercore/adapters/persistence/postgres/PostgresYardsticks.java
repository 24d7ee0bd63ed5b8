package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.credit.Yardsticks;
import io.ordercore.domain.credit.CreditNorms;
import io.ordercore.domain.credit.Indicator;
import io.ordercore.domain.credit.Lane;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Norms and evaluations. What was published never changes, so each document is read once. */
final class PostgresYardsticks implements Yardsticks {
    private final PostgresTransactions transactions;
    private final Map<LocalDate, CreditNorms> read = new ConcurrentHashMap<>();

    PostgresYardsticks(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<CreditNorms> norms() {
        List<LocalDate> days = transactions.read(connection -> Sql.list(
                connection,
                "select reference from credit_norms order by reference",
                row -> row.getObject("reference", LocalDate.class)));
        List<CreditNorms> norms = new ArrayList<>();
        for (LocalDate day : days) {
            norms.add(of(day));
        }
        return norms;
    }

    /** Remembered only if another transaction published it: this one may still be rolled back. */
    private CreditNorms of(LocalDate day) {
        CreditNorms known = read.get(day);
        if (known != null) {
            return known;
        }
        Stored stored = transactions
                .read(connection -> Sql.one(
                        connection,
                        "select document, xmin::text <> coalesce(pg_current_xact_id_if_assigned()::xid::text, '') as"
                                + " settled from credit_norms where reference = ?",
                        row -> new Stored(row.getString("document"), row.getBoolean("settled")),
                        day))
                .orElseThrow();
        CreditNorms norms = norms(day, Json.read(stored.document));
        if (stored.settled) {
            read.put(day, norms);
        }
        return norms;
    }

    private record Stored(String document, boolean settled) {}

    @Override
    public void publish(CreditNorms norms) {
        transactions.write(connection -> Sql.update(
                connection,
                "insert into credit_norms (reference, document) values (?, ?::jsonb) on conflict do nothing",
                norms.reference(),
                document(norms)));
    }

    @Override
    public SortedSet<LocalDate> evaluations() {
        List<LocalDate> days = transactions.read(connection -> Sql.list(
                connection, "select day from credit_evaluation", row -> row.getObject("day", LocalDate.class)));
        return new TreeSet<>(days);
    }

    @Override
    public void evaluate(LocalDate day) {
        transactions.write(connection ->
                Sql.update(connection, "insert into credit_evaluation (day) values (?) on conflict do nothing", day));
    }

    private static String document(CreditNorms norms) {
        return Json.object(json -> {
            json.writeObjectFieldStart("means");
            for (Map.Entry<Indicator, Long> mean : norms.means().entrySet()) {
                json.writeNumberField(mean.getKey().name(), mean.getValue());
            }
            json.writeEndObject();
            json.writeNumberField("badOrders", norms.badOrders());
            write(json, "attributed", norms.attributed());
            write(json, "overall", norms.overall());
            json.writeNumberField("best", norms.best());
            json.writeNumberField("worst", norms.worst());
        });
    }

    private static void write(JsonGenerator json, String name, CreditNorms.Rates rates) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("mean", rates.mean());
        json.writeObjectFieldStart("byCategory");
        for (Map.Entry<String, Long> rate : rates.byCategory().entrySet()) {
            json.writeNumberField(rate.getKey(), rate.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("byLane");
        for (Map.Entry<Lane, Long> rate : rates.byLane().entrySet()) {
            json.writeStartObject();
            json.writeStringField("from", rate.getKey().from());
            json.writeStringField("to", rate.getKey().to());
            json.writeNumberField("rate", rate.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static CreditNorms norms(LocalDate day, JsonNode root) {
        Map<Indicator, Long> means = new EnumMap<>(Indicator.class);
        root.path("means")
                .properties()
                .forEach(mean -> means.put(
                        Indicator.valueOf(mean.getKey()), mean.getValue().asLong()));
        return new CreditNorms(
                day,
                means,
                root.path("badOrders").asLong(),
                rates(root.path("attributed")),
                rates(root.path("overall")),
                root.path("best").asLong(),
                root.path("worst").asLong());
    }

    private static CreditNorms.Rates rates(JsonNode node) {
        Map<String, Long> byCategory = new HashMap<>();
        node.path("byCategory")
                .properties()
                .forEach(rate -> byCategory.put(rate.getKey(), rate.getValue().asLong()));
        Map<Lane, Long> byLane = new HashMap<>();
        node.path("byLane")
                .forEach(rate -> byLane.put(
                        new Lane(rate.path("from").asText(), rate.path("to").asText()),
                        rate.path("rate").asLong()));
        return new CreditNorms.Rates(node.path("mean").asLong(), byCategory, byLane);
    }
}
