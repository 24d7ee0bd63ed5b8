package io.ordercore.domain.catalog.review;

import static io.ordercore.domain.catalog.review.FindingCode.*;

import io.ordercore.domain.catalog.Attribute;
import io.ordercore.domain.catalog.CategoryPath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The category is one the platform knows, and what it demands is stated once and in a right unit. */
final class AttributeChecks {
    private AttributeChecks() {}

    static void check(ReviewSubject subject, Judgement judgement) {
        List<Attribute> attributes = subject.content().attributes();
        checkRepeats(attributes, judgement);
        CategoryPath category = subject.content().category();
        if (category == null) {
            return;
        }
        if (!judgement.rules().knows(category)) {
            judgement.found(
                    CATEGORY_UNKNOWN, "/category", category, judgement.rules().version());
        }
        for (RuleSet.Demand demand : judgement.rules().demandsOf(category)) {
            checkDemand(demand, attributes, judgement);
        }
    }

    private static void checkRepeats(List<Attribute> attributes, Judgement judgement) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < attributes.size(); i++) {
            if (!seen.add(PlainText.of(attributes.get(i).name()))) {
                judgement.found(
                        ATTRIBUTE_REPEATED,
                        "/attributes/" + i,
                        attributes.get(i).name(),
                        1);
            }
        }
    }

    private static void checkDemand(RuleSet.Demand demand, List<Attribute> attributes, Judgement judgement) {
        String name = PlainText.of(demand.attribute());
        boolean stated = false;
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            if (PlainText.of(attribute.name()).equals(name)) {
                stated = true;
                if (!demand.units().isEmpty() && !demand.units().contains(attribute.unit())) {
                    judgement.found(
                            ATTRIBUTE_UNIT_WRONG,
                            "/attributes/" + i + "/unit",
                            attribute.unit(),
                            String.join(", ", new TreeSet<>(demand.units())));
                }
            }
        }
        if (!stated) {
            judgement.found(ATTRIBUTE_MISSING, "/attributes", "", demand.attribute());
        }
    }
}
