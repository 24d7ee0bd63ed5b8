package io.ordercore.domain.catalog.listing;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a reviewer said to a revision that was not published.
 *
 * @param reasons at least one
 * @param note to the merchant, up to 1,000 characters, possibly empty
 */
public record Ruling(Set<ReviewReason> reasons, String note) {
    private static final int LONGEST_NOTE = 1_000;

    public Ruling {
        note = note.strip();
        if (reasons.isEmpty() || note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException(
                    "a ruling has a reason and a note of at most " + LONGEST_NOTE + " characters");
        }
        reasons = Set.copyOf(EnumSet.copyOf(reasons));
    }
}
