package io.ordercore.domain.inspection;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The switching rules agreed with a merchant, as a pure fold over what happened (MIL-STD-105E, 4.7 and 4.8; ISO 2859-1, 9).
 *
 * @param rule what earns reduced inspection
 * @param limitNumber under {@link SwitchingRule#TEN_LOTS}: the most defectives the ten lots may have had together; null where
 *     the limit number is dropped by agreement
 */
public record Switching(SwitchingRule rule, @Nullable Integer limitNumber) {
    private static final int TIGHTENED_AFTER = 2;
    static final int DISCONTINUED_AFTER = 5;
    private static final int SCORE_TO_REDUCE = 30;

    /** The score rule of ISO 2859-1. */
    public static final Switching BY_SCORE = new Switching(SwitchingRule.SWITCHING_SCORE, null);

    /** The ten-lot rule of MIL-STD-105E, its limit number dropped. */
    public static final Switching BY_TEN_LOTS = new Switching(SwitchingRule.TEN_LOTS, null);

    /** Where inspection starts: normal by the standard, tightened for a merchant the platform does not know yet. */
    public static SwitchingState start(boolean newMerchant) {
        return SwitchingState.fresh(newMerchant ? InspectionState.TIGHTENED : InspectionState.NORMAL);
    }

    /** The state after everything, whichever order it is handed over in. */
    public SwitchingState fold(SwitchingState start, Collection<? extends SwitchingEvent> events) {
        SwitchingState state = start;
        Iterator<? extends SwitchingEvent> inOrder =
                events.stream().sorted(SwitchingEvent.INSPECTION_ORDER).iterator();
        while (inOrder.hasNext()) {
            state = after(state, inOrder.next());
        }
        return state;
    }

    /** The state after one more event, none of which came later. */
    public SwitchingState after(SwitchingState state, SwitchingEvent event) {
        return event.applyTo(state, this);
    }

    SwitchingState afterLot(SwitchingState before, SwitchingEvent.LotJudged lot) {
        SwitchingState after = before.having(lot);
        InspectionState next = switch (before.state()) {
            case NORMAL -> fromNormal(after, lot);
            case TIGHTENED -> fromTightened(after);
            case REDUCED -> fromReduced(lot);
            case DISCONTINUED -> InspectionState.DISCONTINUED;
        };
        return next == before.state() ? after : SwitchingState.fresh(next);
    }

    private InspectionState fromNormal(SwitchingState now, SwitchingEvent.LotJudged lot) {
        if (Collections.frequency(now.lastAccepted(), false) >= TIGHTENED_AFTER) {
            return InspectionState.TIGHTENED;
        }
        return lot.reducible() && hasEarnedReduced(now) ? InspectionState.REDUCED : InspectionState.NORMAL;
    }

    private boolean hasEarnedReduced(SwitchingState now) {
        return switch (rule) {
            case SWITCHING_SCORE -> now.score() >= SCORE_TO_REDUCE;
            case TEN_LOTS -> now.acceptedDefectives().size() == SwitchingState.TEN_LOTS && isWithinLimit(now);
        };
    }

    private boolean isWithinLimit(SwitchingState now) {
        return limitNumber == null
                || now.acceptedDefectives().stream().mapToInt(Integer::intValue).sum() <= limitNumber;
    }

    private static InspectionState fromTightened(SwitchingState now) {
        if (now.notAccepted() >= DISCONTINUED_AFTER) {
            return InspectionState.DISCONTINUED;
        }
        return now.acceptedDefectives().size() >= SwitchingState.WINDOW
                ? InspectionState.NORMAL
                : InspectionState.TIGHTENED;
    }

    private static InspectionState fromReduced(SwitchingEvent.LotJudged lot) {
        return switch (lot.verdict()) {
            case ACCEPTED -> InspectionState.REDUCED;
            case ACCEPTED_IN_THE_GAP, NOT_ACCEPTED -> InspectionState.NORMAL;
        };
    }
}
