package io.ordercore.application.testkit;

import io.ordercore.application.aftersale.AfterSaleOutcome;
import io.ordercore.domain.aftersale.AfterSaleRefusal;
import java.util.Set;

/** Takes out of an outcome what a test expects to be there. */
public final class AfterSaleOutcomes {
    private AfterSaleOutcomes() {}

    /** What was done, or a failure that tells the reasons against it. */
    public static <T> T done(AfterSaleOutcome<T> outcome) {
        return outcome.decide(new AfterSaleOutcome.Cases<>() {
            @Override
            public T done(T now) {
                return now;
            }

            @Override
            public T refused(Set<AfterSaleRefusal> reasons) {
                throw new AssertionError(reasons);
            }
        });
    }

    /** Why nothing was done, or a failure that tells what was. */
    public static <T> Set<AfterSaleRefusal> refused(AfterSaleOutcome<T> outcome) {
        return outcome.decide(new AfterSaleOutcome.Cases<>() {
            @Override
            public Set<AfterSaleRefusal> done(T now) {
                throw new AssertionError(now);
            }

            @Override
            public Set<AfterSaleRefusal> refused(Set<AfterSaleRefusal> reasons) {
                return reasons;
            }
        });
    }
}
