package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.inspection.CorrectiveActions;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.CorrectiveAction;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Corrective actions, one row each. */
final class PostgresCorrectiveActions implements CorrectiveActions {
    private static final String COLUMNS =
            "sku, number, merchant, description, recorded_by, recorded_at, state, decided_by, decided_at, version";

    private final PostgresTransactions transactions;

    PostgresCorrectiveActions(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<CorrectiveAction> of(Sku sku) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + COLUMNS + " from corrective_action where sku = ? order by number",
                PostgresCorrectiveActions::action,
                sku.value()));
    }

    @Override
    public void save(CorrectiveAction action) {
        transactions.writeOne(
                "corrective action " + action.number() + " of " + action.sku(),
                connection -> action.version() == 1
                        ? Sql.update(
                                connection,
                                "insert into corrective_action (" + COLUMNS
                                        + ") values (?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, 1) on conflict do nothing",
                                action.sku().value(),
                                action.number(),
                                action.merchant().value(),
                                action.description(),
                                document(action.recordedBy()),
                                action.recordedAt(),
                                action.state().name(),
                                document(action.decidedBy()),
                                action.decidedAt())
                        : Sql.update(
                                connection,
                                "update corrective_action set state = ?, decided_by = ?::jsonb, decided_at = ?,"
                                        + " version = ? where sku = ? and number = ? and version = ?",
                                action.state().name(),
                                document(action.decidedBy()),
                                action.decidedAt(),
                                action.version(),
                                action.sku().value(),
                                action.number(),
                                action.version() - 1));
    }

    private static @Nullable String document(@Nullable Actor actor) {
        return actor == null ? null : Json.object(json -> Actors.write(json, actor));
    }

    private static CorrectiveAction action(ResultSet row) throws SQLException {
        String decidedBy = row.getString("decided_by");
        return new CorrectiveAction(
                new Sku(row.getString("sku")),
                new MerchantId(row.getString("merchant")),
                row.getInt("number"),
                row.getString("description"),
                Actors.read(Json.read(row.getString("recorded_by"))),
                Sql.instant(row, "recorded_at"),
                CorrectiveAction.State.valueOf(row.getString("state")),
                decidedBy == null ? null : Actors.read(Json.read(decidedBy)),
                Sql.instantOrNull(row, "decided_at"),
                row.getLong("version"));
    }
}
