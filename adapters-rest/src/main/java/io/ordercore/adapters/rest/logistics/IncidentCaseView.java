package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Texts;
import io.ordercore.domain.logistics.incident.CaseStage;
import io.ordercore.domain.logistics.incident.IncidentCase;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An incident of a parcel and what is being done about it.
 *
 * @param evidence shown to staff only
 */
@Schema(name = "Incident")
record IncidentCaseView(
        String id,
        String order,
        String fulfilment,
        String kind,
        String text,
        CaseStage stage,
        Instant openedAt,
        Instant dueAt,
        int escalations,
        @Nullable String evidence,
        List<StepView> history) {
    static IncidentCaseView of(IncidentCase it, boolean toStaff, Locale locale) {
        return new IncidentCaseView(
                it.id().toString(),
                it.fulfilment().order().toString(),
                it.fulfilment().toString(),
                it.kind().name(),
                Texts.in(locale).of(it.kind().messageKey(), Map.of()),
                it.stage(),
                it.openedAt(),
                it.dueAt(),
                it.escalations(),
                toStaff ? it.evidence() : null,
                it.history().stream()
                        .map(step -> new StepView(step.stage(), toStaff ? step.what() : null, step.at()))
                        .toList());
    }

    /** A step that was taken. */
    @Schema(name = "IncidentStep")
    record StepView(CaseStage stage, @Nullable String what, Instant at) {}
}
