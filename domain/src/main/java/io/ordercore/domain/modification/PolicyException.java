package io.ordercore.domain.modification;

import java.util.List;
import java.util.stream.Collectors;

/** A table of rulings that cannot be used; {@link #findings} names everything that is wrong with it. */
public final class PolicyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    PolicyException(List<Finding> findings) {
        super("the policy cannot be used: "
                + findings.stream()
                        .map(each -> each.key() + " (" + each.kind() + "): " + each.detail())
                        .collect(Collectors.joining("; ")));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }

    /** One thing that is wrong, under the key it is wrong at. */
    public record Finding(String key, Kind kind, String detail) {
        /** The names are stable. */
        public enum Kind {
            /** Nothing stands there. */
            GAP,
            /** A word nobody knows. */
            UNKNOWN,
            /** What stands there cannot be kept. */
            CONTRADICTION
        }
    }
}
