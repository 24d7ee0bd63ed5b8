package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CallWindow;
import io.ordercore.application.logistics.CarrierProfile.CallBudget;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** A row for each account, locked while a call is taken out of it: nodes take turns there and nowhere else. */
final class PostgresCallBudgets implements CallBudgets {
    private final PostgresTransactions transactions;

    PostgresCallBudgets(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Duration take(CarrierCode carrier, String accountId, CallBudget budget, Instant now) {
        return transactions.write(connection -> {
            CallWindow used = lock(connection, carrier, accountId);
            Duration wait = used.wait(budget, now);
            if (wait.isZero()) {
                store(connection, carrier, accountId, used.taken(now));
            }
            return wait;
        });
    }

    @Override
    public void pause(CarrierCode carrier, String accountId, Instant until) {
        transactions.write(connection -> {
            CallWindow used = lock(connection, carrier, accountId);
            return store(connection, carrier, accountId, used.pausedUntil(until));
        });
    }

    private static CallWindow lock(Connection connection, CarrierCode carrier, String accountId) throws SQLException {
        CallWindow none = CallWindow.UNUSED;
        Sql.update(
                connection,
                "insert into carrier_calls values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                carrier.value(),
                accountId,
                none.second(),
                none.inSecond(),
                none.day(),
                none.inDay(),
                none.pausedUntil());
        return Sql.one(
                        connection,
                        "select second_at, in_second, day_at, in_day, paused_until from carrier_calls"
                                + " where carrier = ? and account = ? for update",
                        row -> new CallWindow(
                                Sql.instant(row, "second_at"),
                                row.getInt("in_second"),
                                Sql.instant(row, "day_at"),
                                row.getInt("in_day"),
                                Sql.instant(row, "paused_until")),
                        carrier.value(),
                        accountId)
                .orElse(none);
    }

    private static int store(Connection connection, CarrierCode carrier, String accountId, CallWindow window)
            throws SQLException {
        return Sql.update(
                connection,
                "update carrier_calls set second_at = ?, in_second = ?, day_at = ?, in_day = ?, paused_until = ?"
                        + " where carrier = ? and account = ?",
                window.second(),
                window.inSecond(),
                window.day(),
                window.inDay(),
                window.pausedUntil(),
                carrier.value(),
                accountId);
    }
}
