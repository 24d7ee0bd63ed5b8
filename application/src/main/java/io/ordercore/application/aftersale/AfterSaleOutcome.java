package io.ordercore.application.aftersale;

import io.ordercore.domain.aftersale.AfterSaleRefusal;
import java.util.Set;

/** What becomes of a step of a return or a claim. */
public sealed interface AfterSaleOutcome<T> {
    <R> R decide(Cases<? super T, R> cases);

    /** One method per outcome. */
    interface Cases<T, R> {
        R done(T now);

        R refused(Set<AfterSaleRefusal> reasons);
    }

    /** Done, and what follows. */
    record Done<T>(T now) implements AfterSaleOutcome<T> {
        @Override
        public <R> R decide(Cases<? super T, R> cases) {
            return cases.done(now);
        }
    }

    /** Not done, for all of these reasons. */
    record Refused<T>(Set<AfterSaleRefusal> reasons) implements AfterSaleOutcome<T> {
        public Refused {
            reasons = Set.copyOf(reasons);
        }

        @Override
        public <R> R decide(Cases<? super T, R> cases) {
            return cases.refused(reasons);
        }
    }
}
