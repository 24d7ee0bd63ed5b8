package io.ordercore.application.testkit;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A capability uses only the capabilities the map allows; one that the map does not have is a violation, too. */
final class KnowOnlyNeighbours extends ArchCondition<JavaClass> {
    private final ContextMap map;
    private final List<String> layers;

    /**
     * Checks against {@code map}.
     *
     * @param layers packages such as {@code io.ordercore.domain..}: what follows is the name of a capability
     */
    KnowOnlyNeighbours(ContextMap map, String... layers) {
        super("know only the capabilities the context map allows");
        this.map = map;
        this.layers =
                List.of(layers).stream().map(layer -> layer.replace("..", ".")).toList();
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String capability = capabilityOf(type);
        if (capability == null) {
            return;
        }
        if (!map.capabilities().contains(capability)) {
            events.add(SimpleConditionEvent.violated(
                    type, type.getName() + " belongs to " + capability + ", which is not on the context map"));
        }
        if (isReaction(type)) {
            return;
        }
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            String other = capabilityOf(dependency.getTargetClass());
            if (other != null && !map.mayKnow(capability, other)) {
                events.add(SimpleConditionEvent.violated(
                        dependency, capability + " may not know " + other + ": " + dependency.getDescription()));
            }
        }
    }

    private static boolean isReaction(JavaClass type) {
        return type.getSimpleName().endsWith("Reactions")
                || type.getEnclosingClass().map(KnowOnlyNeighbours::isReaction).orElse(false);
    }

    /** Null for a class directly in a layer, and for one outside all of them. */
    private @Nullable String capabilityOf(JavaClass type) {
        String home = type.getPackageName() + ".";
        return layers.stream()
                .filter(layer -> home.startsWith(layer) && home.length() > layer.length())
                .map(layer -> home.substring(layer.length(), home.indexOf('.', layer.length())))
                .findFirst()
                .orElse(null);
    }
}
