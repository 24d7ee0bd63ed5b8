package io.ordercore.application;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an order core hands out, found by its signatures, so that no list must be kept in step: a method without parameters
 * that answers an interface hands out a use case, one that answers a {@code ...UseCases} leads to more.
 */
final class InPorts {
    private final Map<Class<?>, Object> found = new LinkedHashMap<>();

    private InPorts() {}

    static Map<Class<?>, Object> of(Ordercore core) {
        InPorts ports = new InPorts();
        ports.collect(core);
        return Collections.unmodifiableMap(ports.found);
    }

    private void collect(Object door) {
        for (Method method : offers(door)) {
            Class<?> type = method.getReturnType();
            if (type.getSimpleName().endsWith("UseCases")) {
                collect(answer(door, method));
            } else if (isInPort(type) && found.put(type, answer(door, method)) != null) {
                throw new IllegalStateException("handed out twice: " + type);
            }
        }
    }

    private static List<Method> offers(Object door) {
        return Arrays.stream(door.getClass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getParameterCount() == 0)
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    /** A listener is told, not asked: what a capability gives to the event feed is nobody else's to call. */
    private static boolean isInPort(Class<?> type) {
        return type.isInterface()
                && type.getPackageName().startsWith("io.ordercore.application")
                && !type.getSimpleName().endsWith("Listener");
    }

    private static Object answer(Object door, Method method) {
        try {
            return method.invoke(door);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot ask for " + method, e);
        }
    }
}
