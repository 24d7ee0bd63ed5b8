package io.ordercore.domain.aftersale;

import java.util.Set;

/** What a return answers when asked to move on. */
public sealed interface ReturnDecision {
    <R> R decide(Cases<R> cases);

    /** One method per outcome. */
    interface Cases<R> {
        R changed(Return changed);

        R refused(Set<AfterSaleRefusal> reasons);
    }

    /** The same with the number of the parcel the goods are in. */
    default ReturnDecision andNumber(String number) {
        return decide(new Cases<>() {
            @Override
            public ReturnDecision changed(Return changed) {
                return new Changed(changed.with(number));
            }

            @Override
            public ReturnDecision refused(Set<AfterSaleRefusal> reasons) {
                return new Refused(reasons);
            }
        });
    }

    /** It moved on. */
    record Changed(Return changed) implements ReturnDecision {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.changed(changed);
        }
    }

    /** It stays as it is, for all of these reasons. */
    record Refused(Set<AfterSaleRefusal> reasons) implements ReturnDecision {
        public Refused {
            reasons = Set.copyOf(reasons);
        }

        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(reasons);
        }
    }
}
