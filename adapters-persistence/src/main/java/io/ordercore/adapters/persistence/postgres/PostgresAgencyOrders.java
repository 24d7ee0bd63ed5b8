package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.inspection.AgencyOrders;
import io.ordercore.domain.inspection.AgencyOrder;
import io.ordercore.domain.inspection.InspectionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders to agencies, one row each. */
final class PostgresAgencyOrders implements AgencyOrders {
    private static final String COLUMNS =
            "inspection_id, agency, state, attempts, next_at, reference, problem, version";

    private final PostgresTransactions transactions;

    PostgresAgencyOrders(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<AgencyOrder> find(InspectionId inspection) {
        return transactions.read(connection -> Sql.one(
                connection,
                "select " + COLUMNS + " from agency_order where inspection_id = ?",
                PostgresAgencyOrders::order,
                inspection.value()));
    }

    @Override
    public void save(AgencyOrder order) {
        transactions.writeOne(
                "order of inspection " + order.inspection(),
                connection -> order.version() == 1
                        ? Sql.update(
                                connection,
                                "insert into agency_order (" + COLUMNS
                                        + ") values (?, ?, ?, ?, ?, ?, ?, 1) on conflict do nothing",
                                order.inspection().value(),
                                order.agency(),
                                order.state().name(),
                                order.attempts(),
                                order.nextAt(),
                                order.reference(),
                                order.problem())
                        : Sql.update(
                                connection,
                                "update agency_order set state = ?, attempts = ?, next_at = ?, reference = ?, problem = ?,"
                                        + " version = ? where inspection_id = ? and version = ?",
                                order.state().name(),
                                order.attempts(),
                                order.nextAt(),
                                order.reference(),
                                order.problem(),
                                order.version(),
                                order.inspection().value(),
                                order.version() - 1));
    }

    @Override
    public List<AgencyOrder> due(Instant now, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + COLUMNS + " from agency_order where next_at <= ? order by next_at limit ?",
                PostgresAgencyOrders::order,
                now,
                limit));
    }

    private static AgencyOrder order(ResultSet row) throws SQLException {
        return new AgencyOrder(
                new InspectionId(row.getObject("inspection_id", UUID.class)),
                row.getString("agency"),
                AgencyOrder.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Sql.instantOrNull(row, "next_at"),
                row.getString("reference"),
                row.getString("problem"),
                row.getLong("version"));
    }
}
