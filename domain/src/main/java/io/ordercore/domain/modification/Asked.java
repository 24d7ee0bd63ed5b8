package io.ordercore.domain.modification;

import io.ordercore.domain.party.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The question a ruling answers.
 *
 * @param proof what shows the buyer's wish when somebody else asks: a call, a conversation, a ticket
 */
public record Asked(
        ChangeKind kind,
        Stage stage,
        Standing standing,
        Actor actor,
        @Nullable String proof,
        Instant now) {}
