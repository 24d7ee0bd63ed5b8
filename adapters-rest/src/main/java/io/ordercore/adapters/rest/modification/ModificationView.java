package io.ordercore.adapters.rest.modification;

import io.ordercore.adapters.rest.Call;
import io.ordercore.domain.modification.Approver;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetStatus;
import io.ordercore.domain.modification.ChangeSetStep;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Channel;
import io.ordercore.domain.party.Role;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change set as it is shown.
 *
 * @param status what it waits for, or how it ended
 * @param missing whose approval it waits for
 * @param steps what was said about it, the first first
 * @param requestedBy the one who asked; only staff see who of their colleagues it was
 */
@Schema(name = "Modification")
record ModificationView(
        String id,
        String order,
        ChangeSetStatus status,
        List<Approver> missing,
        boolean buyerAgreed,
        Role requestedAs,
        Channel channel,
        @Nullable String requestedBy,
        @Nullable String reason,
        @Nullable String proof,
        QuoteView quote,
        Instant requestedAt,
        List<Step> steps,
        long version) {

    static ModificationView of(ChangeSet changeSet, Call call) {
        return new ModificationView(
                changeSet.id().toString(),
                changeSet.order().toString(),
                changeSet.status(),
                changeSet.missing().stream().sorted().toList(),
                changeSet.consented(),
                changeSet.requestedBy().role(),
                changeSet.requestedBy().channel(),
                call.isStaff() ? changeSet.requestedBy().id() : null,
                changeSet.requestedBy().reason(),
                call.isStaff() ? changeSet.proof() : null,
                QuoteView.of(changeSet.quote()),
                changeSet.requestedAt(),
                changeSet.steps().stream().map(step -> Step.of(step, call)).toList(),
                changeSet.version());
    }

    /** Who moved it where, when, and why; only staff see who of their colleagues it was, and the proof. */
    @Schema(name = "ModificationStep")
    record Step(
            ChangeSetStatus status,
            Role as,
            Channel channel,
            @Nullable String by,
            @Nullable String reason,
            @Nullable String proof,
            Instant at) {
        static Step of(ChangeSetStep step, Call call) {
            Actor actor = step.actor();
            return new Step(
                    step.status(),
                    actor.role(),
                    actor.channel(),
                    call.isStaff() ? actor.id() : null,
                    actor.reason(),
                    call.isStaff() ? step.proof() : null,
                    step.at());
        }
    }
}
