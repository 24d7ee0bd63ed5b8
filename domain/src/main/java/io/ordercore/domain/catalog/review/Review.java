package io.ordercore.domain.catalog.review;

import java.util.Comparator;
import java.util.List;

/**
 * What the automatic review said of one revision: every finding, in the order of the rules and then of the fields.
 *
 * @param ruleVersion the version of the rule set that judged
 */
public record Review(String ruleVersion, List<Finding> findings) {
    public Review {
        findings = List.copyOf(findings);
    }

    public Verdict verdict() {
        return Verdict.of(findings.stream()
                .map(Finding::severity)
                .max(Comparator.naturalOrder())
                .orElse(Severity.NOTE));
    }

    List<Finding> of(ReviewRule rule) {
        return findings.stream()
                .filter(finding -> finding.rule().equals(rule.name()))
                .toList();
    }
}
