package io.ordercore.domain.catalog.review;

import java.util.Collections;
import java.util.Set;

/**
 * One rule of the automatic review.
 *
 * @param name stable: stored with its findings
 * @param reads the only parts of a subject the rule looks at; while none of them changes its findings stand
 */
record ReviewRule(String name, Set<ReviewSubject.Part> reads, Check check) {
    @FunctionalInterface
    interface Check {
        void check(ReviewSubject subject, Judgement judgement);
    }

    boolean readsAnyOf(Set<ReviewSubject.Part> parts) {
        return !Collections.disjoint(reads, parts);
    }
}
