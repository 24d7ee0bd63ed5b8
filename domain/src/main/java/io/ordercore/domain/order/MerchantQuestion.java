package io.ordercore.domain.order;

import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a merchant was asked about an order and has to decide: a change, a return, a claim.
 *
 * @param id what is asked, unique over all kinds
 * @param closedAt when nobody waited for the merchant any more; null while somebody does
 */
public record MerchantQuestion(
        String id,
        MerchantId merchant,
        Instant askedAt,
        @Nullable Instant closedAt,
        State state) {
    /** How it stands. The names are stable. */
    public enum State {
        OPEN,
        /** The merchant decided, or its warehouse. */
        ANSWERED,
        /** Its time ran out, and the merchant had said nothing. */
        UNANSWERED,
        /** Somebody else decided, or nobody wants to know any more. */
        WITHDRAWN
    }

    public MerchantQuestion {
        if ((closedAt == null) != (state == State.OPEN)) {
            throw new IllegalArgumentException("a question is open, or was closed at some time");
        }
    }

    /** Just asked. */
    public static MerchantQuestion asked(String id, MerchantId merchant, Instant now) {
        return new MerchantQuestion(id, merchant, now, null, State.OPEN);
    }

    /** Closed by whoever decided; the warehouse speaks for the merchant. One that is closed stays as it is. */
    public MerchantQuestion decided(Actor by, Instant now) {
        boolean merchants = by.role() == Role.MERCHANT || by.role() == Role.WAREHOUSE;
        return closed(merchants ? State.ANSWERED : State.WITHDRAWN, now);
    }

    /** Closed because its time ran out. */
    public MerchantQuestion expired(Instant now) {
        return closed(State.UNANSWERED, now);
    }

    private MerchantQuestion closed(State as, Instant now) {
        return state == State.OPEN ? new MerchantQuestion(id, merchant, askedAt, now, as) : this;
    }
}
