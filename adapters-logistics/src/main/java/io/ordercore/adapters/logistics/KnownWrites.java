package io.ordercore.adapters.logistics;

import io.ordercore.application.logistics.IdempotencyKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this node asked for lately, by key, and what came of it: answers a repetition without asking the carrier, and sees
 * something else under the same key. The carrier's own check and the order core's stored keys stand behind it.
 *
 * @param <A> what is asked for
 * @param <D> what is done
 */
final class KnownWrites<A, D> {
    private static final int REMEMBERED = 10_000;

    private final Map<IdempotencyKey, A> asked = newest();
    private final Map<IdempotencyKey, D> done = newest();

    /** False if the key was used for something else. */
    synchronized boolean accept(IdempotencyKey key, A what) {
        A earlier = asked.putIfAbsent(key, what);
        return earlier == null || earlier.equals(what);
    }

    synchronized @Nullable D find(IdempotencyKey key) {
        return done.get(key);
    }

    synchronized D remember(IdempotencyKey key, D outcome) {
        done.put(key, outcome);
        return outcome;
    }

    private static <V> Map<IdempotencyKey, V> newest() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<IdempotencyKey, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
