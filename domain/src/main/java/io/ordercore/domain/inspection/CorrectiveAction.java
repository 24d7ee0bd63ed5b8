package io.ordercore.domain.inspection;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was done about the cause of a product's inspection being discontinued. Only its approval by the responsible authority, who
 * is another person than the one that recorded it, lets inspection resume (MIL-STD-105E, 4.8; ISO 2859-1, 9.4).
 *
 * @param number from 1 within its product
 * @param decidedBy null while nobody has decided
 * @param version rises by one with every change; 1 when recorded
 */
public record CorrectiveAction(
        Sku sku,
        MerchantId merchant,
        int number,
        String description,
        Actor recordedBy,
        Instant recordedAt,
        State state,
        @Nullable Actor decidedBy,
        @Nullable Instant decidedAt,
        long version) {
    private static final int LONGEST = 4_000;

    /** Where it is. The names are stable. */
    public enum State {
        RECORDED,
        APPROVED,
        REJECTED
    }

    /** Why it is not recorded, or not decided. The names are stable. */
    public enum Refusal {
        /** Inspection of the product goes on: there is nothing to approve. */
        NOT_DISCONTINUED,
        /** Another one waits for its decision. */
        ALREADY_RECORDED,
        DECIDED_BEFORE,
        /** Whoever recorded it cannot approve it. */
        RECORDED_BY_THE_SAME_PERSON
    }

    public CorrectiveAction {
        if (description.isBlank() || description.length() > LONGEST) {
            throw new IllegalArgumentException("a description has 1 to " + LONGEST + " characters");
        }
        if ((state == State.RECORDED) != (decidedAt == null) || (decidedAt == null) != (decidedBy == null)) {
            throw new IllegalArgumentException("decided by somebody at some time, or not at all");
        }
    }

    /** Waits for a decision. */
    public static CorrectiveAction recorded(
            Sku sku, MerchantId merchant, int number, String description, Actor by, Instant now) {
        return new CorrectiveAction(sku, merchant, number, description, by, now, State.RECORDED, null, null, 1);
    }

    public boolean isOpen() {
        return state == State.RECORDED;
    }

    /** Why a person cannot decide it; null if it may. */
    public @Nullable Refusal refusal(Actor by) {
        if (!isOpen()) {
            return Refusal.DECIDED_BEFORE;
        }
        return by.id().equals(recordedBy.id()) ? Refusal.RECORDED_BY_THE_SAME_PERSON : null;
    }

    /**
     * Decided.
     *
     * @throws IllegalStateException if {@link #refusal} has a reason
     */
    public CorrectiveAction decided(boolean approved, Actor by, Instant now) {
        Refusal refusal = refusal(by);
        if (refusal != null) {
            throw new IllegalStateException("not decided: " + refusal);
        }
        return new CorrectiveAction(
                sku,
                merchant,
                number,
                description,
                recordedBy,
                recordedAt,
                approved ? State.APPROVED : State.REJECTED,
                by,
                now,
                version + 1);
    }

    /** When inspection could resume because of it; null unless approved. */
    public @Nullable Instant approvedAt() {
        return state == State.APPROVED ? decidedAt : null;
    }
}
