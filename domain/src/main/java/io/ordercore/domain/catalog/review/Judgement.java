package io.ordercore.domain.catalog.review;

import java.util.List;

/** Where one rule puts what it found, by the standards of one rule set. */
final class Judgement {
    private final RuleSet rules;
    private final String rule;
    private final List<Finding> findings;

    Judgement(RuleSet rules, String rule, List<Finding> findings) {
        this.rules = rules;
        this.rule = rule;
        this.findings = findings;
    }

    RuleSet rules() {
        return rules;
    }

    /** In thousandths. */
    long limit(Limit limit) {
        return rules.limit(limit);
    }

    boolean exceeds(long number, Limit limit) {
        return number * 1_000 > limit(limit);
    }

    boolean fallsShortOf(long number, Limit limit) {
        return number * 1_000 < limit(limit);
    }

    void found(FindingCode code, String field, Object value, Limit limit) {
        found(code, field, value, Thousandths.format(limit(limit)));
    }

    void found(FindingCode code, String field, Object value, Object limit) {
        found(code, rules.severity(code), field, value, limit);
    }

    void found(FindingCode code, Severity severity, String field, Object value, Object limit) {
        findings.add(new Finding(rule, code, severity, field, value.toString(), limit.toString(), rules.version()));
    }
}
