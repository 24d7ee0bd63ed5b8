package io.ordercore.adapters.rest.modification;

import io.ordercore.domain.modification.Alternative;
import io.ordercore.domain.modification.Approver;
import io.ordercore.domain.modification.ChangeKind;
import io.ordercore.domain.modification.FeeKind;
import io.ordercore.domain.modification.Ruled;
import io.ordercore.domain.modification.Ruling;
import io.ordercore.domain.modification.RulingReason;
import io.ordercore.domain.modification.Rulings;
import io.ordercore.domain.modification.Stage;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which cell of the policy decides, and why the ruling is another one if it is.
 *
 * @param refinedBy names of the refinements that changed it, in their order
 */
@Schema(name = "RulingExplanation")
record ExplanationView(
        String policy, ChangeKind kind, Stage stage, RulingView cell, List<String> refinedBy, RulingView ruling) {
    static ExplanationView of(Rulings.Explanation it) {
        return new ExplanationView(
                it.policy(),
                it.kind(),
                it.stage(),
                RulingView.of(it.cell()),
                it.refinedBy(),
                RulingView.of(it.ruled()));
    }

    /** A ruling and what goes with it. */
    @Schema(name = "Ruling")
    record RulingView(
            Ruling ruling,
            Set<RulingReason> reasons,
            Set<Approver> approvers,
            boolean buyerMustAgree,
            Set<FeeKind> fees,
            List<Alternative> alternatives) {
        static RulingView of(Ruled it) {
            return new RulingView(
                    it.ruling(), it.reasons(), it.approvers(), it.consent(), it.fees(), it.alternatives());
        }
    }
}
