package io.ordercore.domain.inspection;

import java.time.Instant;
import java.util.Comparator;

/** Something that may move a {@link SwitchingState}. Events are folded in the order of {@link #INSPECTION_ORDER}. */
public sealed interface SwitchingEvent {
    /** By time, then by identifier, so that the order of arrival never matters. */
    Comparator<SwitchingEvent> INSPECTION_ORDER =
            Comparator.comparing(SwitchingEvent::at).thenComparing(SwitchingEvent::id);

    String id();

    Instant at();

    SwitchingState applyTo(SwitchingState state, Switching agreement);

    /**
     * One class of defects of one inspected lot.
     *
     * @param original false for a lot submitted again after it was not accepted: such lots move nothing
     * @param plan what the lot was inspected by
     * @param acceptedOneStepTighter whether the count would have passed at the next stricter AQL
     * @param reducible whether production was steady and reduced inspection was approved when this lot was judged
     */
    record LotJudged(
            String id,
            Instant at,
            boolean original,
            SamplingPlan plan,
            int defective,
            boolean acceptedOneStepTighter,
            boolean reducible)
            implements SwitchingEvent {
        /** Judges a count by the plan in force. */
        public static LotJudged of(
                String id,
                Instant at,
                boolean original,
                CodeLetter letter,
                Aql aql,
                SamplingPlan plan,
                int defective,
                boolean reducible) {
            SamplingPlan tighter = MasterTables.STANDARD.normalOneStepTighter(letter, aql.value());
            return new LotJudged(id, at, original, plan, defective, defective <= tighter.acceptance(), reducible);
        }

        public Verdict verdict() {
            return plan.judge(defective);
        }

        @Override
        public SwitchingState applyTo(SwitchingState state, Switching agreement) {
            return original ? agreement.afterLot(state, this) : state;
        }
    }

    /** Production became irregular or was delayed: reduced inspection ends. */
    record ProductionIrregular(String id, Instant at) implements SwitchingEvent {
        @Override
        public SwitchingState applyTo(SwitchingState state, Switching agreement) {
            return state.state() == InspectionState.REDUCED ? SwitchingState.fresh(InspectionState.NORMAL) : state;
        }
    }

    /** The cause was corrected and somebody entitled lets inspection resume: a discontinued product is tightened again. */
    record CorrectionApproved(String id, Instant at) implements SwitchingEvent {
        @Override
        public SwitchingState applyTo(SwitchingState state, Switching agreement) {
            return state.state() == InspectionState.DISCONTINUED
                    ? SwitchingState.fresh(InspectionState.TIGHTENED)
                    : state;
        }
    }
}
