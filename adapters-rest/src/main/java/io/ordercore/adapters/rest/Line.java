package io.ordercore.adapters.rest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of a body that is answered line by line.
 *
 * @param number from 0
 * @param pointer where it stands in the body
 * @param value null if it cannot be read
 * @param violations why not
 */
public record Line<T>(int number, String pointer, @Nullable T value, List<Violation> violations) {

    /** What a line's value can be turned into; the conversion's violations are pointers within the line. */
    public interface Reading<T, R> {
        @Nullable
        R read(T value, Conversion conversion);
    }

    /** The line as another value, refused with whatever the conversion finds. */
    public <R> Line<R> as(Reading<T, R> reading) {
        if (value == null) {
            return new Line<>(number, pointer, null, violations);
        }
        Conversion conversion = new Conversion();
        R read = reading.read(value, conversion);
        List<Violation> found =
                conversion.violations().stream().map(within(pointer)).toList();
        return new Line<>(number, pointer, found.isEmpty() ? read : null, found);
    }

    static Function<Violation, Violation> within(String pointer) {
        return violation -> new Violation(pointer + violation.pointer(), violation.code(), violation.facts());
    }
}
