package io.ordercore.bootstrap.csv;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One row of a {@link CsvFile}. What cannot be read is refused with file, row, column and value. */
public final class CsvRow {
    private final Path path;
    private final long line;
    private final Map<String, String> values;

    CsvRow(Path path, long line, Map<String, String> values) {
        this.path = path;
        this.line = line;
        this.values = values;
    }

    /** The row's number in the file, the header being 1. */
    public long line() {
        return line;
    }

    /** The value of a column that must be there and not be empty. */
    public String text(String column) {
        return optional(column).orElseThrow(() -> bad(column, "is missing"));
    }

    /** The value of a column; empty where the column or the value is missing. */
    public Optional<String> optional(String column) {
        return Optional.ofNullable(values.get(column)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** A value read by {@code reader}, which refuses by throwing an {@link IllegalArgumentException} or a date error. */
    public <T> T read(String column, Function<String, T> reader) {
        return parsed(column, text(column), reader);
    }

    /** An optional value read by {@code reader}. */
    public <T> Optional<T> readOptional(String column, Function<String, T> reader) {
        return optional(column).map(value -> parsed(column, value, reader));
    }

    private <T> T parsed(String column, String value, Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw bad(column, "cannot be read: '" + value + "'");
        }
    }

    /** A refusal of this row's {@code column}. */
    public BadFileException bad(String column, String why) {
        return new BadFileException(path + ", row " + line + ": " + column + " " + why);
    }
}
