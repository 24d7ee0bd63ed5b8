package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.inspection.LotDraws;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.FairDraw;
import io.ordercore.domain.inspection.InspectionId;
import io.ordercore.domain.inspection.LotDraw;
import io.ordercore.domain.inspection.SelectionReason;
import io.ordercore.domain.party.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws, one row each; what is not drawn yet is read from the stock beside them. */
final class PostgresLotDraws implements LotDraws {
    private static final String COLUMNS = "id, merchant, sku, size, reason, seed, drawn_at, inspection_id";

    private final PostgresTransactions transactions;

    PostgresLotDraws(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Holding> undrawn(Instant since, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select sku, merchant, on_hand from stock where on_hand >= 2 and not exists (select from"
                        + " inspection_draw as d where d.sku = stock.sku and d.drawn_at > ?) order by sku limit ?",
                row -> new Holding(
                        new MerchantId(row.getString("merchant")),
                        new Sku(row.getString("sku")),
                        row.getLong("on_hand")),
                since,
                limit));
    }

    @Override
    public void save(LotDraw draw) {
        transactions.write(connection -> Sql.update(
                connection,
                "insert into inspection_draw (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)",
                draw.id(),
                draw.merchant().value(),
                draw.sku().value(),
                draw.size(),
                draw.reason().name(),
                draw.draw().seed(),
                draw.drawnAt(),
                draw.inspection() == null ? null : draw.inspection().value()));
    }

    @Override
    public List<LotDraw> list(@Nullable MerchantId merchant, int limit) {
        String of = merchant == null ? null : merchant.value();
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + COLUMNS + " from inspection_draw where (?::text is null or merchant = ?)"
                        + " order by drawn_at desc, id desc limit ?",
                PostgresLotDraws::draw,
                of,
                of,
                limit));
    }

    private static LotDraw draw(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID inspection = row.getObject("inspection_id", UUID.class);
        return new LotDraw(
                id,
                new MerchantId(row.getString("merchant")),
                new Sku(row.getString("sku")),
                row.getInt("size"),
                SelectionReason.valueOf(row.getString("reason")),
                new FairDraw(row.getString("seed"), id.toString()),
                Sql.instant(row, "drawn_at"),
                inspection == null ? null : new InspectionId(inspection));
    }
}
