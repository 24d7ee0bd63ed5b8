package io.ordercore.domain.order;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Links an order's events: each hash covers the one before it and every field of its event, so that no entry can be changed,
 * dropped or moved without breaking the chain. SHA-256; each field is preceded by its length, so that fields cannot run into
 * one another.
 */
public final class EventChain {
    private static final int LENGTH = 32;

    private EventChain() {}

    /** What the first event of an order is linked to. */
    public static byte[] start() {
        return new byte[LENGTH];
    }

    /** The hash of {@code event} when the one before it has the hash {@code previous}; 32 bytes. */
    public static byte[] link(byte[] previous, OrderEvent event) {
        Hasher hasher = Hashing.sha256().newHasher().putBytes(previous);
        put(hasher, event.order().toString());
        hasher.putLong(event.sequence());
        put(hasher, event.type().name());
        put(hasher, event.actor().id());
        put(hasher, event.actor().role().name());
        put(hasher, event.actor().channel().name());
        put(hasher, event.actor().reason());
        hasher.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, event.at()));
        event.facts().forEach((name, value) -> {
            put(hasher, name);
            put(hasher, value);
        });
        return hasher.hash().asBytes();
    }

    private static void put(Hasher hasher, @Nullable String field) {
        if (field == null) {
            hasher.putInt(-1);
            return;
        }
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        hasher.putInt(bytes.length).putBytes(bytes);
    }
}
