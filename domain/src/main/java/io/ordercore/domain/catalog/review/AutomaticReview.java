package io.ordercore.domain.catalog.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Judges listings by one version of the rules. Pure: the same subject always gets the same review. */
public final class AutomaticReview {
    private final RuleSet rules;

    private AutomaticReview(RuleSet rules) {
        this.rules = rules;
    }

    public static AutomaticReview by(RuleSet rules) {
        return new AutomaticReview(rules);
    }

    public RuleSet rules() {
        return rules;
    }

    /** Runs every rule. */
    public Review review(ReviewSubject subject) {
        List<Finding> findings = new ArrayList<>();
        for (ReviewRule rule : ReviewRules.IN_ORDER) {
            run(rule, subject, findings);
        }
        return new Review(rules.version(), findings);
    }

    /**
     * Runs the rules that what changed since an earlier review touches, and keeps the findings of the others: the same review a
     * full run gives.
     */
    public Review review(ReviewSubject subject, ReviewSubject earlier, Review earlierReview) {
        if (!earlierReview.ruleVersion().equals(rules.version())) {
            return review(subject);
        }
        Set<ReviewSubject.Part> changed = subject.partsUnlike(earlier);
        List<Finding> findings = new ArrayList<>();
        for (ReviewRule rule : ReviewRules.IN_ORDER) {
            if (rule.readsAnyOf(changed)) {
                run(rule, subject, findings);
            } else {
                findings.addAll(earlierReview.of(rule));
            }
        }
        return new Review(rules.version(), findings);
    }

    private void run(ReviewRule rule, ReviewSubject subject, List<Finding> findings) {
        rule.check().check(subject, new Judgement(rules, rule.name(), findings));
    }
}
