package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.order.MerchantQuestions;
import io.ordercore.domain.order.MerchantQuestion;
import io.ordercore.domain.party.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Questions, one row each. */
final class PostgresMerchantQuestions implements MerchantQuestions {
    private static final String COLUMNS = "id, merchant, asked_at, closed_at, state";

    private final PostgresTransactions transactions;

    PostgresMerchantQuestions(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<MerchantQuestion> find(String id) {
        return transactions.read(connection -> Sql.one(
                connection,
                "select " + COLUMNS + " from merchant_question where id = ?",
                PostgresMerchantQuestions::question,
                id));
    }

    @Override
    public void ask(MerchantQuestion question) {
        transactions.write(connection -> Sql.update(
                connection,
                "insert into merchant_question (" + COLUMNS + ") values (?, ?, ?, ?, ?) on conflict do nothing",
                question.id(),
                question.merchant().value(),
                question.askedAt(),
                question.closedAt(),
                question.state().name()));
    }

    @Override
    public void close(MerchantQuestion closed) {
        transactions.write(connection -> Sql.update(
                connection,
                "update merchant_question set closed_at = ?, state = ? where id = ? and closed_at is null",
                closed.closedAt(),
                closed.state().name(),
                closed.id()));
    }

    /** Two short walks over the unsettled ones: whatever is open and young stands in the way of neither. */
    @Override
    public List<MerchantQuestion> unsettled(Instant askedBy, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + COLUMNS + " from (select " + COLUMNS
                        + " from merchant_question where not settled and closed_at is not null union select " + COLUMNS
                        + " from merchant_question where not settled and asked_at <= ?) as due"
                        + " order by asked_at, id limit ?",
                PostgresMerchantQuestions::question,
                askedBy,
                limit));
    }

    @Override
    public void settle(String id) {
        transactions.write(
                connection -> Sql.update(connection, "update merchant_question set settled = true where id = ?", id));
    }

    private static MerchantQuestion question(ResultSet row) throws SQLException {
        return new MerchantQuestion(
                row.getString("id"),
                new MerchantId(row.getString("merchant")),
                Sql.instant(row, "asked_at"),
                Sql.instantOrNull(row, "closed_at"),
                MerchantQuestion.State.valueOf(row.getString("state")));
    }
}
