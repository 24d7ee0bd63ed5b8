package io.ordercore.application.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** The package has a {@code package-info}, and that is {@code @NullMarked}. */
final class LiveInAnIntroducedPackage extends ArchCondition<JavaClass> {
    LiveInAnIntroducedPackage() {
        super("live in a package with a @NullMarked package-info");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean introduced = type.getPackage()
                .tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
        if (!introduced) {
            events.add(SimpleConditionEvent.violated(
                    type, type.getPackageName() + " has no @NullMarked package-info (" + type.getSimpleName() + ")"));
        }
    }
}
