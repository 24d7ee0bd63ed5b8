package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Texts;
import io.ordercore.domain.logistics.incident.CaseStage;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.incident.Remedy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An incident of a parcel and what is being done about it.
 *
 * @param doing what is being done, in words
 * @param dueAt when the stage has taken too long; for an offer, until when the buyer may choose
 * @param evidence shown to staff only
 * @param remedy what was chosen, by the buyer, an agent or the policy; absent before
 */
@Schema(name = "Incident")
record IncidentCaseView(
        String id,
        String order,
        String fulfilment,
        String kind,
        String text,
        CaseStage stage,
        String doing,
        Instant openedAt,
        Instant dueAt,
        int escalations,
        @Nullable String evidence,
        List<RemedyView> offered,
        @Nullable Remedy remedy,
        List<StepView> history) {
    static IncidentCaseView of(IncidentCase it, boolean toStaff, Locale locale) {
        return new IncidentCaseView(
                it.id().toString(),
                it.fulfilment().order().toString(),
                it.fulfilment().toString(),
                it.kind().name(),
                Texts.in(locale).of(it.kind().messageKey(), Map.of()),
                it.stage(),
                Texts.in(locale).of("case." + doing(it), Map.of()),
                it.openedAt(),
                it.dueAt(),
                it.escalations(),
                toStaff ? it.evidence() : null,
                it.offered().stream()
                        .map(remedy -> RemedyView.of(remedy, locale))
                        .toList(),
                it.remedy(),
                it.history().stream()
                        .map(step -> new StepView(step.stage(), toStaff ? step.what() : null, step.at()))
                        .toList());
    }

    /** What is being done: the stage, or what was chosen and takes its time. */
    private static String doing(IncidentCase it) {
        Remedy chosen = it.remedy();
        if (it.stage() != CaseStage.REMEDY_OFFERED) {
            return it.stage().name();
        }
        return chosen != null
                ? chosen.name()
                : it.offered().isEmpty() ? CaseStage.OPEN.name() : it.stage().name();
    }

    /** What the buyer may choose; the first is done when the time for it is over. */
    @Schema(name = "OfferedRemedy")
    record RemedyView(Remedy remedy, String text) {
        static RemedyView of(Remedy remedy, Locale locale) {
            return new RemedyView(remedy, Texts.in(locale).of("remedy." + remedy, Map.of()));
        }
    }

    /** A step that was taken. */
    @Schema(name = "IncidentStep")
    record StepView(CaseStage stage, @Nullable String what, Instant at) {}
}
