package io.ordercore.adapters.rest.aftersale;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.application.aftersale.AfterSaleOutcome;
import io.ordercore.domain.aftersale.AfterSaleRefusal;
import java.util.Set;
import java.util.function.Function;

/** How steps of returns and claims are answered. */
final class AfterSaleAnswers {
    private AfterSaleAnswers() {}

    static <T> Answer of(AfterSaleOutcome<T> outcome, Call call, Function<T, Answer> done) {
        return outcome.decide(new AfterSaleOutcome.Cases<T, Answer>() {
            @Override
            public Answer done(T now) {
                return done.apply(now);
            }

            @Override
            public Answer refused(Set<AfterSaleRefusal> reasons) {
                return Problem.refused(ProblemType.AFTER_SALE_REFUSED, reasons).answer(call.locale());
            }
        });
    }
}
