package io.ordercore.application.modification;

import io.ordercore.domain.modification.ChangeSetDecision;
import io.ordercore.domain.modification.ChangeSetId;
import io.ordercore.domain.party.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Says yes or no to a change set. When nobody is left to ask and nothing is left to pay, it is done in the same transaction; if
 * the order moved on so that the terms do not hold any more, it is CONFLICTED and carries a fresh quote.
 *
 * <p>Every method throws {@link UnknownChangeSetException} if there is no such change set.
 */
public interface AnswerModification {
    /**
     * The buyer agrees.
     *
     * @param proof what shows it when an agent speaks for the buyer; null when the buyer does
     */
    ChangeSetDecision consent(ChangeSetId id, Actor actor, @Nullable String proof);

    /** The warehouse, the merchant or a supervisor agrees. */
    ChangeSetDecision approve(ChangeSetId id, Actor actor);

    /** One of them does not, or whoever asked takes it back. What was held is free again, what was paid for it goes back. */
    ChangeSetDecision decline(ChangeSetId id, Actor actor);
}
