package io.ordercore.application.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The questions the rules ask about classes and calls. */
final class Predicates {
    private Predicates() {}

    /** {@code Instant.now()} and its like without a clock, {@code System.currentTimeMillis()}, {@code Clock.system...}. */
    static DescribedPredicate<JavaCall<?>> readsAClock() {
        return DescribedPredicate.describe("the machine's clock is read", call -> {
            CodeUnitCallTarget target = call.getTarget();
            JavaClass owner = target.getOwner();
            boolean now = owner.getPackageName().equals("java.time")
                    && target.getName().equals("now")
                    && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            boolean systemClock = owner.isEquivalentTo(Clock.class)
                    && (target.getName().startsWith("system")
                            || target.getName().startsWith("tick"));
            boolean system = owner.isEquivalentTo(System.class)
                    && Set.of("currentTimeMillis", "nanoTime").contains(target.getName());
            return now || systemClock || system;
        });
    }

    /** Random numbers and random identifiers. */
    static DescribedPredicate<JavaCall<?>> drawsAtRandom() {
        return DescribedPredicate.describe("something is drawn at random", call -> {
            CodeUnitCallTarget target = call.getTarget();
            JavaClass owner = target.getOwner();
            return Set.<Class<?>>of(Random.class, SecureRandom.class, ThreadLocalRandom.class).stream()
                            .anyMatch(owner::isEquivalentTo)
                    || (owner.isEquivalentTo(UUID.class) && target.getName().equals("randomUUID"))
                    || (owner.isEquivalentTo(Math.class) && target.getName().equals("random"));
        });
    }

    /** Public, and so is every type around it. */
    static DescribedPredicate<JavaClass> visibleOutside() {
        return DescribedPredicate.describe("are visible outside their package", Predicates::isVisibleOutside);
    }

    static boolean isVisibleOutside(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(Predicates::isVisibleOutside).orElse(true);
    }

    static DescribedPredicate<JavaClass> recordsAndEnums() {
        return DescribedPredicate.describe("are records or enums", type -> type.isRecord() || type.isEnum());
    }

    /** A class that neither forbids subclasses (final, sealed) nor asks for them (abstract). */
    static DescribedPredicate<JavaClass> extensibleByAccident() {
        return DescribedPredicate.describe(
                "are neither interfaces, enums, sealed nor abstract",
                type -> !type.isInterface()
                        && !type.isEnum()
                        && !type.isSealed()
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT));
    }

    static DescribedPredicate<JavaClass> floatingPoint() {
        return DescribedPredicate.describe(
                "a floating point number",
                type -> Set.<Class<?>>of(double.class, float.class, Double.class, Float.class).stream()
                        .anyMatch(type::isEquivalentTo));
    }

    static DescribedPredicate<JavaClass> simpleName(String pattern) {
        return DescribedPredicate.describe(
                "have a simple name like " + pattern,
                type -> type.getSimpleName().matches(pattern));
    }
}
