package io.ordercore.adapters.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns a body into domain values, which check themselves, and gathers every violation before giving up.
 *
 * <pre>
 * Sku sku = conversion.at("/sku", "invalid-sku", () -> new Sku(body.sku()));
 * ...
 * conversion.finish();
 * </pre>
 */
public final class Conversion {
    private final List<Violation> violations = new ArrayList<>(0);

    /** The value; null if its own rules refuse it, which {@link #finish} will tell. */
    public <T> @Nullable T at(String pointer, String code, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException | ArithmeticException refused) {
            violations.add(Violation.at(pointer, code));
            return null;
        }
    }

    public void violated(String pointer, String code) {
        violations.add(Violation.at(pointer, code));
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    /**
     * Ends the conversion.
     *
     * @throws ProblemException (422) with all violations, if there was one
     */
    public void finish() {
        if (!violations.isEmpty()) {
            throw Problem.of(ProblemType.INVALID_BODY, violations).exception();
        }
    }

    /** The value after {@link #finish}, which left none that is null. */
    public static <T> T given(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("finish first");
        }
        return value;
    }
}
