package io.ordercore.application.modification;

import io.ordercore.domain.modification.Alternative;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.Quote;
import io.ordercore.domain.modification.RequestedChange;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for changes to an order already placed; the answer says what will happen, what it costs and who must agree. */
public interface RequestModification {
    /** Computes the quote. Stores and holds nothing. */
    Quote preview(Command command);

    /**
     * Stores the quote and holds the units it needs until it ends. What nobody is left to ask about is done at once.
     *
     * @throws io.ordercore.application.order.UnknownOrderException if there is no such order
     * @throws io.ordercore.application.StaleVersionException if the order is not at the expected version, or what it needs was
     *     taken meanwhile
     */
    Outcome request(Command command);

    /**
     * What is asked.
     *
     * @param actor who asks, through which channel, with a reason code
     * @param proof what shows the buyer's wish when somebody else asks: a call, a conversation, a ticket
     * @param agreed whether the buyer, asking in person, agrees to the quote whatever it says
     * @param way how, when it cannot be done in place: one of the ways a refusal offered; null for in place
     * @param expectedVersion the order's version the caller has seen; null for any
     */
    record Command(
            OrderId order,
            List<RequestedChange> changes,
            Actor actor,
            @Nullable String proof,
            boolean agreed,
            @Nullable Alternative way,
            @Nullable Long expectedVersion) {
        public Command {
            changes = List.copyOf(changes);
        }
    }

    /** What becomes of it. */
    sealed interface Outcome {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            /** It is stored; {@link ChangeSet#status} says what it waits for, or that it is done. */
            R asked(ChangeSet changeSet);

            /** Nothing is stored; the quote has every reason and every other way. */
            R refused(Quote quote);

            /** Another one is open: answer or take back that one first. */
            R alreadyOpen(ChangeSet other);
        }
    }

    /** Stored. */
    record Accepted(ChangeSet changeSet) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.asked(changeSet);
        }
    }

    /** Not possible. */
    record Refused(Quote quote) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(quote);
        }
    }

    /** Another one is open. */
    record AlreadyOpen(ChangeSet other) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.alreadyOpen(other);
        }
    }
}
