package io.ordercore.domain.inspection;

import java.util.ArrayList;
import java.util.List;

/**
 * All that the switching rules remember. Everything but the state itself restarts with every switch.
 *
 * @param score the switching score of ISO 2859-1, on normal inspection only
 * @param lastAccepted of the last five lots, oldest first, which were accepted
 * @param acceptedDefectives the defectives of the accepted lots in an unbroken row, oldest first, ten at most
 * @param notAccepted lots not accepted since inspection was tightened
 */
public record SwitchingState(
        InspectionState state,
        int score,
        List<Boolean> lastAccepted,
        List<Integer> acceptedDefectives,
        int notAccepted) {
    static final int WINDOW = 5;
    static final int TEN_LOTS = 10;

    public SwitchingState {
        lastAccepted = List.copyOf(lastAccepted);
        acceptedDefectives = List.copyOf(acceptedDefectives);
    }

    /** A state nothing has happened in yet. */
    public static SwitchingState fresh(InspectionState state) {
        return new SwitchingState(state, 0, List.of(), List.of(), 0);
    }

    SwitchingState having(SwitchingEvent.LotJudged lot) {
        boolean accepted = lot.verdict().accepts();
        return new SwitchingState(
                state,
                state == InspectionState.NORMAL ? scoreAfter(lot) : 0,
                appended(lastAccepted, accepted, WINDOW),
                accepted ? appended(acceptedDefectives, lot.defective(), TEN_LOTS) : List.of(),
                notAccepted + (accepted ? 0 : 1));
    }

    private int scoreAfter(SwitchingEvent.LotJudged lot) {
        if (lot.plan().acceptance() <= 1) {
            return lot.verdict().accepts() ? score + 2 : 0;
        }
        return lot.acceptedOneStepTighter() ? score + 3 : 0;
    }

    private static <T> List<T> appended(List<T> values, T next, int longest) {
        List<T> result = new ArrayList<>(values);
        result.add(next);
        return result.size() > longest ? result.subList(result.size() - longest, result.size()) : result;
    }
}
