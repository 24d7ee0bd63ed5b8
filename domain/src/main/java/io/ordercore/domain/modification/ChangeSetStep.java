package io.ordercore.domain.modification;

import io.ordercore.domain.party.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a change set: who moved it where, and what shows that it was the buyer's wish.
 *
 * @param status where it was afterwards
 * @param proof null where nobody spoke for the buyer
 */
public record ChangeSetStep(
        ChangeSetStatus status, Actor actor, @Nullable String proof, Instant at) {}
