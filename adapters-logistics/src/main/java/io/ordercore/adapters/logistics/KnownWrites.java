package io.ordercore.adapters.logistics;

import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.IdempotencyKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
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
    private final Map<IdempotencyKey, Boolean> uncertain = newest();

    /** What was done under this key, else what comes of doing it; {@code DUPLICATE} if the key was used for something else. */
    CarrierResult<D> once(IdempotencyKey key, A what, Supplier<CarrierResult<D>> write) {
        if (!accept(key, what)) {
            return CarrierResult.rejected(CarrierErrorCode.DUPLICATE, "", "something else under this key");
        }
        D before = find(key);
        if (before != null) {
            return CarrierResult.ok(before, "");
        }
        CarrierResult<D> result = write.get();
        note(key, result.equals(new CarrierResult.OutcomeUnknown<>(key)));
        return result.map(outcome -> remember(key, outcome));
    }

    /** Whether it may have been done and nobody knows: it is looked up before it is done again. */
    synchronized boolean isUncertain(IdempotencyKey key) {
        return uncertain.containsKey(key);
    }

    private synchronized void note(IdempotencyKey key, boolean unknown) {
        if (unknown) {
            uncertain.put(key, true);
        }
    }

    private synchronized boolean accept(IdempotencyKey key, A what) {
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
