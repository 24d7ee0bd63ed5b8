package io.ordercore.application.catalog.listing;

import io.ordercore.domain.catalog.review.AutomaticReview;
import io.ordercore.domain.catalog.review.RuleSet;
import io.ordercore.domain.catalog.review.RuleSetText;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The review by the version in force; every version's automaton is built once. */
public final class RulesInForce {
    private final RuleSets stored;
    private final Map<String, AutomaticReview> byVersion = new ConcurrentHashMap<>();

    public RulesInForce(RuleSets stored) {
        this.stored = stored;
    }

    /** The rules as data. */
    public RuleSet ruleSet() {
        return current().rules();
    }

    AutomaticReview current() {
        return by(stored.current().orElse(ShippedRules.CHINESE.version()));
    }

    AutomaticReview by(String version) {
        return byVersion.computeIfAbsent(version, this::read);
    }

    private AutomaticReview read(String version) {
        for (ShippedRules shipped : ShippedRules.values()) {
            if (shipped.version().equals(version)) {
                return AutomaticReview.by(RuleSetText.read(shipped.text()));
            }
        }
        return stored.text(version)
                .map(text -> AutomaticReview.by(RuleSetText.read(text)))
                .orElseThrow(() -> new IllegalArgumentException("no rule set " + version));
    }
}
