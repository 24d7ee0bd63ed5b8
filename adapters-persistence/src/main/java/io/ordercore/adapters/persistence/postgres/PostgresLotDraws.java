package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.inspection.LotDraws;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.FairDraw;
import io.ordercore.domain.inspection.InspectionId;
import io.ordercore.domain.inspection.LotDraw;
import io.ordercore.domain.inspection.LotRisk;
import io.ordercore.domain.inspection.SelectionReason;
import io.ordercore.domain.party.MerchantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws, one row each; a product has at most one that is not drawn. What is on hand is read from the stock beside them. */
final class PostgresLotDraws implements LotDraws {
    private static final String COLUMNS =
            "d.id, d.merchant, d.sku, d.seed, d.committed_at, d.due_at, d.drawn_at, d.size, d.risk, d.reason,"
                    + " d.inspection_id";

    private final PostgresTransactions transactions;

    PostgresLotDraws(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Holding> uncommitted(int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select sku, merchant from stock where on_hand >= 2 and not exists (select from inspection_draw as d"
                        + " where d.sku = stock.sku and d.drawn_at is null) order by sku limit ?",
                row -> new Holding(new MerchantId(row.getString("merchant")), new Sku(row.getString("sku"))),
                limit));
    }

    @Override
    public List<Counted> due(Instant now, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + COLUMNS + ", s.on_hand from inspection_draw as d join stock as s on s.sku = d.sku"
                        + " where d.drawn_at is null and d.due_at <= ? and s.on_hand >= 2 order by d.due_at limit ?",
                row -> new Counted(draw(row), row.getLong("on_hand")),
                now,
                limit));
    }

    @Override
    public void save(LotDraw draw) {
        transactions.writeOne("draw of " + draw.sku(), connection -> {
            LotDraw.Drawn drawn = draw.drawn();
            return drawn == null ? commit(connection, draw) : draw(connection, draw, drawn);
        });
    }

    private static int commit(Connection connection, LotDraw draw) throws SQLException {
        return Sql.update(
                connection,
                "insert into inspection_draw (id, merchant, sku, seed, committed_at, due_at) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                draw.id(),
                draw.merchant().value(),
                draw.sku().value(),
                draw.draw().seed(),
                draw.committedAt(),
                draw.dueAt());
    }

    private static int draw(Connection connection, LotDraw draw, LotDraw.Drawn drawn) throws SQLException {
        return Sql.update(
                connection,
                "update inspection_draw set drawn_at = ?, size = ?, risk = ?::jsonb, reason = ?, inspection_id = ?"
                        + " where id = ? and drawn_at is null",
                drawn.at(),
                drawn.size(),
                risk(drawn),
                drawn.reason().name(),
                drawn.inspection() == null ? null : drawn.inspection().value(),
                draw.id());
    }

    @Override
    public Optional<LotDraw> of(InspectionId inspection) {
        return transactions.read(connection -> Sql.one(
                connection,
                "select " + COLUMNS + " from inspection_draw as d where inspection_id = ?",
                PostgresLotDraws::draw,
                inspection.value()));
    }

    @Override
    public List<LotDraw> list(@Nullable MerchantId merchant, @Nullable UUID after, int limit) {
        String of = merchant == null ? null : merchant.value();
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + COLUMNS + " from inspection_draw as d where (?::text is null or merchant = ?) and"
                        + " (?::uuid is null or (committed_at, id) < (select committed_at, id from inspection_draw"
                        + " where id = ?)) order by committed_at desc, id desc limit ?",
                PostgresLotDraws::draw,
                of,
                of,
                after,
                after,
                limit));
    }

    private static String risk(LotDraw.Drawn drawn) {
        LotRisk risk = drawn.risk();
        return Json.object(json -> {
            json.writeStringField("category", risk.category());
            json.writeBooleanField("newMerchant", risk.newMerchant());
            json.writeBooleanField("trusted", risk.trusted());
            json.writeBooleanField("doubtful", risk.doubtful());
            json.writeNumberField("complaintsPerTenThousand", risk.complaintsPerTenThousand());
            json.writeBooleanField("underRectification", risk.underRectification());
            json.writeArrayFieldStart("agencies");
            for (String agency : drawn.agencies()) {
                json.writeString(agency);
            }
            json.writeEndArray();
        });
    }

    private static LotDraw draw(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new LotDraw(
                id,
                new MerchantId(row.getString("merchant")),
                new Sku(row.getString("sku")),
                new FairDraw(row.getString("seed"), id.toString()),
                Sql.instant(row, "committed_at"),
                Sql.instant(row, "due_at"),
                drawn(row));
    }

    private static LotDraw.@Nullable Drawn drawn(ResultSet row) throws SQLException {
        Instant at = Sql.instantOrNull(row, "drawn_at");
        if (at == null) {
            return null;
        }
        JsonNode risk = Json.read(row.getString("risk"));
        List<String> agencies = new ArrayList<>();
        risk.path("agencies").forEach(agency -> agencies.add(agency.asText()));
        UUID inspection = row.getObject("inspection_id", UUID.class);
        return new LotDraw.Drawn(
                at,
                row.getInt("size"),
                new LotRisk(
                        risk.path("category").asText(),
                        risk.path("newMerchant").asBoolean(),
                        risk.path("trusted").asBoolean(),
                        risk.path("doubtful").asBoolean(),
                        risk.path("complaintsPerTenThousand").asInt(),
                        risk.path("underRectification").asBoolean()),
                SelectionReason.valueOf(row.getString("reason")),
                agencies,
                inspection == null ? null : new InspectionId(inspection));
    }
}
