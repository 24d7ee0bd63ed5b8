package io.ordercore.application.testkit;

import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** No {@code instanceof} on a sealed type of the domain, nor on one of its cases. */
final class AskNoSealedTypeForItsClass extends ArchCondition<JavaClass> {
    private final String domain;

    AskNoSealedTypeForItsClass(String domain) {
        super("not use instanceof on sealed types of the domain");
        this.domain = domain.replace("..", ".");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (InstanceofCheck check : type.getInstanceofChecks()) {
            if (isSealedInTheDomain(check.getRawType())) {
                events.add(SimpleConditionEvent.violated(
                        type,
                        type.getName() + " asks for " + check.getRawType().getName() + " in "
                                + check.getSourceCodeLocation()));
            }
        }
    }

    private boolean isSealedInTheDomain(JavaClass type) {
        return Stream.concat(
                        Stream.of(type),
                        Stream.concat(type.getAllRawInterfaces().stream(), type.getAllRawSuperclasses().stream()))
                .anyMatch(each -> each.isSealed() && each.getName().startsWith(domain));
    }
}
