package io.ordercore.domain.catalog.review;

/** What the automatic review makes of a revision: the weight of its heaviest finding. */
public enum Verdict {
    PASS,
    REVIEW,
    REJECT;

    static Verdict of(Severity heaviest) {
        return switch (heaviest) {
            case NOTE -> PASS;
            case REVIEW -> REVIEW;
            case REJECT -> REJECT;
        };
    }
}
