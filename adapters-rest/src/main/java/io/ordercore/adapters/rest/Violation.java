package io.ordercore.adapters.rest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One thing wrong with a request.
 *
 * @param pointer RFC 6901, into the request's body; empty for the body as a whole or for what is not in it
 * @param code stable; its text stands in the bundles under {@code error.<code>}
 * @param facts further members of the answer, which the text may mention as <code>{name}</code>
 */
public record Violation(String pointer, String code, Map<String, Object> facts) {
    public Violation {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    public static Violation at(String pointer, String code) {
        return new Violation(pointer, code, Map.of());
    }

    /** In a reader's language. */
    public String detail(Locale locale) {
        return Texts.in(locale).of("error." + code, facts);
    }

    /** A violation of a query parameter or header, by name. */
    public static Violation ofParameter(String name, String code) {
        return new Violation("", code, Map.of("parameter", name));
    }

    /** A reason that is no fault of a single member. */
    public static Violation reason(Enum<?> reason) {
        return at("", ProblemType.codeOf(reason));
    }
}
