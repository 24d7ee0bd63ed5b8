package io.ordercore.application.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;

/**
 * One boundary: an ArchUnit rule with its reason, and a name that stays.
 *
 * @param name words joined by underscores, unique among the rules it comes with
 */
public record BoundaryRule(String name, ArchRule rule) {

    /**
     * Checks the rule.
     *
     * @throws AssertionError naming every violation and the reason of the rule
     */
    public void check(JavaClasses classes) {
        rule.check(classes);
    }

    /** The name as a sentence. */
    @Override
    public String toString() {
        return name.replace('_', ' ');
    }
}
