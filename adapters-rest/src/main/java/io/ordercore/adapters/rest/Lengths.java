package io.ordercore.adapters.rest;

import jakarta.validation.constraints.Size;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds lists and maps of a body that are longer than their {@link Size} allows, before anybody looks at what is in them. The
 * validator would look first, and keep a violation for each element in a set where they all have one hash: a hundred thousand
 * empty texts in one body would keep a thread for minutes.
 */
final class Lengths {
    /** Of so many, the validator may name each that is missing. */
    private static final int SEVERAL = 500;

    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            return components == null
                    ? List.of()
                    : Arrays.stream(components)
                            .map(RecordComponent::getAccessor)
                            .filter(Lengths::mayHoldMany)
                            .map(Lengths::opened)
                            .toList();
        }
    };

    private final List<Violation> violations = new ArrayList<>(0);

    private Lengths() {}

    /** One violation for each that is too long, and for each long one that lacks an element, by JSON pointer. */
    static List<Violation> tooLong(Object body) {
        Lengths lengths = new Lengths();
        lengths.look("", body);
        return lengths.violations;
    }

    private static boolean mayHoldMany(Method accessor) {
        Class<?> type = accessor.getReturnType();
        return type.isRecord() || Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }

    /** Bodies are their package's own affair. */
    private static Method opened(Method accessor) {
        accessor.setAccessible(true);
        return accessor;
    }

    private void look(String pointer, Object value) {
        for (Method accessor : ACCESSORS.get(value.getClass())) {
            String at = pointer + "/" + accessor.getName();
            Object held = held(accessor, value);
            if (held instanceof Collection<?> many) {
                if (isAllowed(at, many.size(), accessor.getAnnotation(Size.class))) {
                    lookAtEach(at, many);
                }
            } else if (held instanceof Map<?, ?> many) {
                isAllowed(at, many.size(), accessor.getAnnotation(Size.class));
            } else if (held != null) {
                look(at, held);
            }
        }
    }

    private void lookAtEach(String pointer, Collection<?> many) {
        int index = 0;
        for (Object each : many) {
            if (each != null) {
                look(pointer + "/" + index, each);
            } else if (many.size() > SEVERAL) {
                violations.add(Violation.at(pointer + "/" + index, "not-null"));
                return;
            }
            index++;
        }
    }

    private boolean isAllowed(String pointer, int length, @Nullable Size size) {
        if (size == null || length <= size.max()) {
            return true;
        }
        violations.add(new Violation(pointer, "size", Map.of("min", size.min(), "max", size.max())));
        return false;
    }

    private static @Nullable Object held(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a body that may not be read: " + value.getClass(), e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("a body whose accessor fails: " + value.getClass(), e);
        }
    }
}
