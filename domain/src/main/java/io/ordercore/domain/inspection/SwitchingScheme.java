package io.ordercore.domain.inspection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where a product stands, per class of defects: a pure fold over what its agencies said and what was approved. */
public record SwitchingScheme(Switching switching, InspectionPolicy policy) {
    /**
     * The states of all classes.
     *
     * @param ofProduct all inspections of one product, in any order
     * @param actions of the same product; only approved ones count
     */
    public Map<DefectClass, InspectionState> states(
            Collection<Inspection> ofProduct, Collection<CorrectiveAction> actions) {
        Map<DefectClass, InspectionState> states = new EnumMap<>(DefectClass.class);
        for (DefectClass defectClass : DefectClass.values()) {
            List<SwitchingEvent> events = new ArrayList<>();
            ofProduct.forEach(
                    inspection -> inspection.judged(defectClass, policy).ifPresent(events::add));
            for (CorrectiveAction action : actions) {
                Instant approvedAt = action.approvedAt();
                if (approvedAt != null) {
                    events.add(new SwitchingEvent.CorrectionApproved("corrected-" + action.number(), approvedAt));
                }
            }
            states.put(
                    defectClass, switching.fold(Switching.start(true), events).state());
        }
        return states;
    }

    boolean isDiscontinued(Collection<Inspection> ofProduct, Collection<CorrectiveAction> actions) {
        return states(ofProduct, actions).containsValue(InspectionState.DISCONTINUED);
    }
}
