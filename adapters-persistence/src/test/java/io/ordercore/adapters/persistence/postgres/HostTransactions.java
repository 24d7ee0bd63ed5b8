package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.CommitUnknownException;
import io.ordercore.application.StoreUnavailableException;
import io.ordercore.application.Transactions;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** An embedder's transaction manager, as Spring's works: one connection per thread, found by a data source that knows of it. */
final class HostTransactions implements Transactions {
    private final DataSource source;

    @SuppressWarnings("ThreadLocalUsage") // one per test
    private final ThreadLocal<Connection> open = new ThreadLocal<>();

    HostTransactions(DataSource source) {
        this.source = source;
    }

    @Override
    public <T> T run(Supplier<T> work) {
        return open.get() == null ? begin(work) : work.get();
    }

    private <T> T begin(Supplier<T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            open.set(connection);
            try {
                T result = work.get();
                commit(connection);
                return result;
            } finally {
                open.remove();
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreUnavailableException("no connection", e);
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new CommitUnknownException("no answer to a commit", e);
        }
    }

    /** Within a transaction its connection, elsewhere a fresh one. */
    DataSource dataSource() {
        return new Aware();
    }

    private final class Aware implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = open.get();
            return connection == null ? source.getConnection() : kept(connection);
        }

        private Connection kept(Connection connection) {
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            return null;
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause() == null ? e : e.getCause();
                        }
                    });
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return source.getConnection(user, password);
        }

        @Override
        public PrintWriter getLogWriter() throws SQLException {
            return source.getLogWriter();
        }

        @Override
        public void setLogWriter(PrintWriter out) throws SQLException {
            source.setLogWriter(out);
        }

        @Override
        public void setLoginTimeout(int seconds) throws SQLException {
            source.setLoginTimeout(seconds);
        }

        @Override
        public int getLoginTimeout() throws SQLException {
            return source.getLoginTimeout();
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            return source.unwrap(type);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) throws SQLException {
            return source.isWrapperFor(type);
        }
    }
}
