package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.CommitUnknownException;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** What an SQL state means to a use case (PostgreSQL, appendix A). */
final class SqlFailures {
    private SqlFailures() {}

    /** Of a failure before the commit was asked for: nothing was changed. */
    static RuntimeException beforeCommit(SQLException e) {
        String state = state(e);
        if (isConnection(state) || e instanceof SQLTransientConnectionException) {
            return new StoreUnavailableException("the database did not answer (SQL state " + state + ")", e);
        }
        if (isConflict(state)) {
            return stale(e);
        }
        return new IllegalStateException("the database refused a statement (SQL state " + state + ")", e);
    }

    /** Of a failure of the commit itself. Only what the server refused for certain is known not to have happened. */
    static RuntimeException atCommit(SQLException e) {
        String state = state(e);
        if (isConflict(state)) {
            return stale(e);
        }
        if (state.startsWith("23")) {
            return new IllegalStateException("the database refused a commit (SQL state " + state + ")", e);
        }
        return new CommitUnknownException("no answer to a commit (SQL state " + state + ")", e);
    }

    private static StaleVersionException stale(SQLException e) {
        StaleVersionException stale = new StaleVersionException("what this transaction read");
        stale.initCause(e);
        return stale;
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "08000" : e.getSQLState();
    }

    /** Connection lost, too many of them, server shutting down, or a standby that takes no writes. */
    private static boolean isConnection(String state) {
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P") || state.equals("25006");
    }

    /** Serialization failure, deadlock, lock not available, or a row that somebody else has just written. */
    private static boolean isConflict(String state) {
        return state.startsWith("40") || state.equals("55P03") || state.equals("23505");
    }
}
