package io.ordercore.domain.modification;

import java.util.ArrayList;
import java.util.List;

/** Rules on changes: the table's cell, then every refinement in turn. */
public final class Rulings {
    private Rulings() {}

    public static Ruled rule(ModificationPolicy policy, Asked asked) {
        Ruled ruled = policy.cell(asked.kind(), asked.stage());
        for (RulingRefinement refinement : RulingRefinement.IN_ORDER) {
            ruled = refinement.refine(ruled, asked, policy);
        }
        return ruled;
    }

    /** The ruling on going ahead by a way the carrier takes part in; refused unless the way is offered now. */
    public static Ruled rule(ModificationPolicy policy, Asked asked, Alternative way) {
        Ruled ruled = rule(policy, asked);
        boolean open = ruled.ruling() == Ruling.OFFER_ALTERNATIVE
                && ruled.alternatives().contains(way)
                && way.aim().isPresent()
                && asked.stage() == Stage.IN_TRANSIT;
        if (!open) {
            return ruled.alternatives().isEmpty()
                    ? ruled.denied(RulingReason.WAY_NOT_OPEN)
                    : ruled.only(ruled.alternatives(), RulingReason.WAY_NOT_OPEN);
        }
        Ruled byWay = ruled.by(way);
        for (RulingRefinement refinement : RulingRefinement.OF_WAYS) {
            byWay = refinement.refine(byWay, asked, policy);
        }
        return byWay;
    }

    /** The same ruling, and which cell and which refinements made it. */
    public static Explanation explain(ModificationPolicy policy, Asked asked) {
        Ruled cell = policy.cell(asked.kind(), asked.stage());
        Ruled ruled = cell;
        List<String> refinedBy = new ArrayList<>();
        for (RulingRefinement refinement : RulingRefinement.IN_ORDER) {
            Ruled refined = refinement.refine(ruled, asked, policy);
            if (!refined.equals(ruled)) {
                refinedBy.add(refinement.name());
            }
            ruled = refined;
        }
        return new Explanation(policy.version(), asked.kind(), asked.stage(), cell, refinedBy, ruled);
    }

    /**
     * Which cell decided, and what changed its ruling.
     *
     * @param refinedBy names of refinements, in the order they were applied
     */
    public record Explanation(
            String policy, ChangeKind kind, Stage stage, Ruled cell, List<String> refinedBy, Ruled ruled) {
        public Explanation {
            refinedBy = List.copyOf(refinedBy);
        }
    }
}
