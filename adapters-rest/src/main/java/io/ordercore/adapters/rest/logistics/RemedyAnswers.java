package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.Violation;
import io.ordercore.application.logistics.incident.ChooseRemedy;
import io.ordercore.application.logistics.incident.ChooseRemedy.RemedyDecision;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.incident.RemedyRefusal;
import java.util.Set;

/** How a choice of a remedy is answered. */
final class RemedyAnswers {
    private RemedyAnswers() {}

    static Answer of(ChooseRemedy choose, IncidentCase it, RemedyBody read, Call call) {
        return choose.choose(new ChooseRemedy.Command(it.id(), read.remedy(), call.actor(read.reason())))
                .decide(new RemedyDecision.Cases<>() {
                    @Override
                    public Answer agreed(IncidentCase now) {
                        return Answer.ok(IncidentCaseView.of(now, call.isStaff(), call.locale()));
                    }

                    @Override
                    public Answer refused(Set<RemedyRefusal> reasons) {
                        return Problem.of(
                                        ProblemType.REMEDY_REFUSED,
                                        reasons.stream()
                                                .sorted()
                                                .map(Violation::reason)
                                                .toList())
                                .answer(call.locale());
                    }
                });
    }
}
