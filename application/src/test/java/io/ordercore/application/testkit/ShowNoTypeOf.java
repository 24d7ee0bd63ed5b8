package io.ordercore.application.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** No type of a library in what others can see: supertypes, and fields, parameters and results that are public or protected. */
final class ShowNoTypeOf extends ArchCondition<JavaClass> {
    private final String library;

    ShowNoTypeOf(String library) {
        super("show no type of " + library);
        this.library = library;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!Predicates.isVisibleOutside(type)) {
            return;
        }
        Stream<JavaType> inherited = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        if (inherited.anyMatch(this::isOfTheLibrary)) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " extends a type of " + library));
        }
        for (JavaMember member : type.getMembers()) {
            if (isShown(member) && typesOf(member).anyMatch(this::isOfTheLibrary)) {
                events.add(SimpleConditionEvent.violated(member, member.getFullName() + " shows a type of " + library));
            }
        }
    }

    private static boolean isShown(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> typesOf(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        return member instanceof JavaCodeUnit unit
                ? Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                : Stream.of();
    }

    private boolean isOfTheLibrary(JavaType type) {
        return type.getAllInvolvedRawTypes().stream()
                .anyMatch(each -> each.getPackageName().startsWith(library));
    }
}
