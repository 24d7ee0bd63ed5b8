package io.ordercore.adapters.rest.modification;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.Violation;
import io.ordercore.application.modification.RequestModification;
import io.ordercore.domain.modification.Alternative;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetDecision;
import io.ordercore.domain.modification.ChangeSetRefusal;
import io.ordercore.domain.modification.Quote;
import io.ordercore.domain.modification.QuoteProblem;
import io.ordercore.domain.modification.RuledChange;
import io.ordercore.domain.modification.RulingReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How decisions about changes are answered. */
final class ModificationAnswers {
    private ModificationAnswers() {}

    static Answer of(RequestModification.Outcome outcome, Call call) {
        return outcome.decide(new RequestModification.Outcome.Cases<>() {
            @Override
            public Answer asked(ChangeSet changeSet) {
                return Answer.created(
                                call.location("orders/" + changeSet.order() + "/modifications", changeSet.id()),
                                ModificationView.of(changeSet, call))
                        .at(changeSet.version());
            }

            @Override
            public Answer refused(Quote quote) {
                return Problem.of(ProblemType.MODIFICATION_REFUSED, violations(quote))
                        .answer(call.locale());
            }

            @Override
            public Answer alreadyOpen(ChangeSet other) {
                Map<String, Object> facts = Map.of("modification", other.id().toString());
                return Problem.of(
                                ProblemType.MODIFICATION_REFUSED,
                                List.of(new Violation("", "modification-open", facts)))
                        .answer(call.locale());
            }
        });
    }

    static Answer of(ChangeSetDecision decision, Call call) {
        return decision.decide(new ChangeSetDecision.Cases<>() {
            @Override
            public Answer changed(ChangeSet changed) {
                return Answer.ok(ModificationView.of(changed, call)).at(changed.version());
            }

            @Override
            public Answer refused(ChangeSetRefusal reason) {
                return Problem.of(ProblemType.MODIFICATION_REFUSED, List.of(Violation.reason(reason)))
                        .answer(call.locale());
            }
        });
    }

    /** Every reason of every change that cannot be made, with the ways left and their fees. */
    private static List<Violation> violations(Quote quote) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < quote.changes().size(); i++) {
            RuledChange change = quote.changes().get(i);
            if (!change.ruled().ruling().isOpen()) {
                for (RulingReason reason : change.ruled().reasons()) {
                    violations.add(ruled(quote, "/changes/" + i, change, reason));
                }
            }
        }
        for (QuoteProblem problem : quote.problems()) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("available", problem.available());
            facts.put("alternatives", ways(quote, problem.reason().ways()));
            violations.add(new Violation(
                    "/changes/" + problem.change(), "modification-" + ProblemType.codeOf(problem.reason()), facts));
        }
        return violations;
    }

    private static Violation ruled(Quote quote, String pointer, RuledChange change, RulingReason reason) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("ruling", change.ruled().ruling());
        facts.put("stage", change.stage());
        facts.put("alternatives", ways(quote, change.ruled().alternatives()));
        return new Violation(pointer, ProblemType.codeOf(reason), facts);
    }

    private static List<QuoteView.Way> ways(Quote quote, List<Alternative> open) {
        return QuoteView.ways(quote).stream()
                .filter(way -> open.contains(way.way()))
                .toList();
    }
}
