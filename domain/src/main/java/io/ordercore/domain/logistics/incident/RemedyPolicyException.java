package io.ordercore.domain.logistics.incident;

import java.util.List;

/** A table of remedies cannot be used. */
public final class RemedyPolicyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    RemedyPolicyException(List<String> findings) {
        super("the remedy policy cannot be used: " + findings);
    }
}
