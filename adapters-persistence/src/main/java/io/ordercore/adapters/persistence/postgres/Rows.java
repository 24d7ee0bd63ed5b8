package io.ordercore.adapters.persistence.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows for one statement, sent column by column: what {@code unnest} puts together again. */
final class Rows {
    private final List<Column> columns;

    private Rows(List<Column> columns) {
        this.columns = columns;
    }

    static Rows of(Column... columns) {
        return new Rows(List.of(columns));
    }

    static Column texts() {
        return new Column("text", new String[0]);
    }

    static Column longs() {
        return new Column("int8", new Long[0]);
    }

    static Column bytes() {
        return new Column("bytea", new byte[0][]);
    }

    static Column uuids() {
        return new Column("uuid", new UUID[0]);
    }

    void add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            columns.get(i).values.add(values[i]);
        }
    }

    boolean isEmpty() {
        return columns.get(0).values.isEmpty();
    }

    /** Sets one array parameter per column; answers the number of the parameter after them. */
    int bind(Connection connection, PreparedStatement statement, int first) throws SQLException {
        int parameter = first;
        for (Column column : columns) {
            Object[] array = column.values.toArray(column.empty);
            statement.setArray(parameter, connection.createArrayOf(column.type, array));
            parameter++;
        }
        return parameter;
    }

    /** The values of one column. */
    static final class Column {
        private final String type;
        private final Object[] empty;
        private final List<@Nullable Object> values = new ArrayList<>();

        private Column(String type, Object[] empty) {
            this.type = type;
            this.empty = empty;
        }
    }
}
