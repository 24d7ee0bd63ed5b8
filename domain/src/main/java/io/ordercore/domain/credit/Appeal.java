package io.ordercore.domain.credit;

import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's objection to one piece of evidence. Accepted, the evidence gets another owner and the credit is replayed as if it
 * had never counted.
 *
 * @param evidence the id of what it objects to
 * @param statement what the merchant says, with references to its proof
 * @param decidedBy a person; null while open
 * @param owner whose the event is after an accepted appeal; null otherwise
 */
public record Appeal(
        String id,
        MerchantId merchant,
        String evidence,
        Instant openedAt,
        String statement,
        State state,
        @Nullable Actor decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Owner owner) {
    /** From when the event was told to the merchant. */
    public static final Duration PERIOD = Duration.ofDays(14);

    private static final int LONGEST_STATEMENT = 4_000;

    /** Where an appeal stands. */
    public enum State {
        OPEN,
        ACCEPTED,
        REJECTED
    }

    /** Why an appeal is not heard. */
    public enum Refusal {
        TOO_LATE,
        NOT_AGAINST_YOU,
        ALREADY_DECIDED,
        WITHOUT_STATEMENT
    }

    /** Why an appeal cannot be made; empty where it can. */
    public static List<Refusal> refusals(
            Instant eventTold, Owner owner, boolean decidedBefore, String statement, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        if (now.isAfter(eventTold.plus(PERIOD))) {
            refusals.add(Refusal.TOO_LATE);
        }
        if (owner != Owner.MERCHANT) {
            refusals.add(Refusal.NOT_AGAINST_YOU);
        }
        if (decidedBefore) {
            refusals.add(Refusal.ALREADY_DECIDED);
        }
        if (statement.isBlank() || statement.length() > LONGEST_STATEMENT) {
            refusals.add(Refusal.WITHOUT_STATEMENT);
        }
        return List.copyOf(refusals);
    }

    /** A new appeal, none of the {@link #refusals} applying. */
    public static Appeal opened(String id, MerchantId merchant, String evidence, String statement, Instant now) {
        return new Appeal(id, merchant, evidence, now, statement.strip(), State.OPEN, null, null, null);
    }

    /**
     * Decided in the merchant's favour.
     *
     * @param other whose the event is; not the merchant's
     * @throws IllegalArgumentException where it is decided already, or not by an operator
     */
    public Appeal accepted(Actor by, Owner other, Instant now) {
        if (other == Owner.MERCHANT) {
            throw new IllegalArgumentException("an accepted appeal takes the event from the merchant");
        }
        return decided(by, State.ACCEPTED, other, now);
    }

    /**
     * Decided against the merchant.
     *
     * @throws IllegalArgumentException where it is decided already, or not by an operator
     */
    public Appeal rejected(Actor by, Instant now) {
        return decided(by, State.REJECTED, null, now);
    }

    private Appeal decided(Actor by, State next, @Nullable Owner other, Instant now) {
        if (state != State.OPEN || by.role() != Role.OPERATOR) {
            throw new IllegalArgumentException("an open appeal is decided by an operator");
        }
        return new Appeal(id, merchant, evidence, openedAt, statement, next, by, now, other);
    }
}
