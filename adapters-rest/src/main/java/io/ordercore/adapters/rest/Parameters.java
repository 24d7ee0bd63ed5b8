package io.ordercore.adapters.rest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what stands in paths and queries. */
public final class Parameters {
    private Parameters() {}

    /**
     * An identifier from a path. One that cannot exist is as little there as one that does not.
     *
     * @throws ProblemException (404) if it is not one
     */
    public static <T> T id(String text, Function<String, T> parse) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
    }

    /**
     * A query parameter; null if it was not given.
     *
     * @throws ProblemException (400) if it cannot be read
     */
    public static <T> @Nullable T query(String name, @Nullable String text, Function<String, T> parse) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
            throw invalid(name);
        }
    }

    /** 400 for a query parameter that is missing or cannot be read. */
    public static ProblemException invalid(String name) {
        return Problem.of(ProblemType.INVALID_PARAMETER, List.of(Violation.ofParameter(name, "invalid-value")))
                .exception();
    }
}
