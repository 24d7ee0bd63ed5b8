package io.ordercore.domain.aftersale;

import java.util.Set;

/** The life of a claim. {@link #next} is the one table of legal moves. The names are stable. */
public enum ClaimStatus {
    OPEN,
    APPROVED,
    DENIED,
    /** The money goes back, the goods are sent, or both. */
    RESOLVED;

    public Set<ClaimStatus> next() {
        return switch (this) {
            case OPEN -> Set.of(APPROVED, DENIED);
            case APPROVED -> Set.of(RESOLVED);
            case DENIED, RESOLVED -> Set.of();
        };
    }
}
