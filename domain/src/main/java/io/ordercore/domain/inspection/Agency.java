package io.ordercore.domain.inspection;

import io.ordercore.domain.notice.webhook.WebhookSecret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A professional agency in the platform's register.
 *
 * @param name the subject of its tokens; stable
 * @param keys by which its results are checked; the last one is its own, those before it end
 * @param categories what it inspects; empty for everything
 * @param endpoint where it takes orders; null where it looks at the list of inspections itself
 * @param active whether anything is ordered from it, and taken from it
 * @param version 1 when registered; one more with every change
 */
public record Agency(
        String name,
        List<Key> keys,
        Set<String> categories,
        @Nullable Endpoint endpoint,
        boolean active,
        long version) {
    /**
     * A key and its time.
     *
     * @param publicKey Ed25519 (RFC 8032), X.509 encoded, in Base64
     * @param until when nothing signed by it is taken any more; null for the one in use
     */
    public record Key(
            String publicKey, Instant from, @Nullable Instant until) {
        /** What X.509 writes before the 32 bytes of an Ed25519 key (RFC 8410). */
        private static final byte[] PREFIX = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

        private static final int KEY_LENGTH = 32;

        public Key {
            byte[] encoded = Base64.getDecoder().decode(publicKey);
            if (encoded.length != PREFIX.length + KEY_LENGTH
                    || !Arrays.equals(PREFIX, Arrays.copyOf(encoded, PREFIX.length))) {
                throw new IllegalArgumentException("not an Ed25519 public key, X.509 encoded");
            }
        }

        boolean isValid(Instant now) {
            return until == null || now.isBefore(until);
        }
    }

    /** Where an agency takes orders, and the secret both share. */
    public record Endpoint(URI url, WebhookSecret secret) {
        public Endpoint {
            String scheme = url.getScheme();
            if (url.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
                throw new IllegalArgumentException("no URL to send orders to: " + url);
            }
        }
    }

    public Agency {
        keys = List.copyOf(keys);
        categories = Set.copyOf(categories);
        if (!isName(name)) {
            throw new IllegalArgumentException("a name has 1 to 64 small letters, digits and hyphens");
        }
        if (keys.isEmpty() || keys.get(keys.size() - 1).until() != null) {
            throw new IllegalArgumentException("an agency has a key in use");
        }
    }

    /** Whether an agency can be called so. */
    public static boolean isName(String name) {
        return name.matches("[a-z0-9][a-z0-9-]{0,63}");
    }

    /** A new one. */
    public static Agency registered(
            String name, String publicKey, Set<String> categories, @Nullable Endpoint endpoint, Instant now) {
        return new Agency(name, List.of(new Key(publicKey, now, null)), categories, endpoint, true, 1);
    }

    /** The key in use. */
    public Key key() {
        return keys.get(keys.size() - 1);
    }

    /** Whether it is asked to inspect goods of a category. */
    public boolean inspects(String category) {
        return active && (categories.isEmpty() || categories.contains(category));
    }

    /** What it does, where it is reached, and whether it is dealt with at all. */
    public Agency revised(Set<String> goods, @Nullable Endpoint reachedAt, boolean dealtWith) {
        return new Agency(name, keys, goods, reachedAt, dealtWith, version + 1);
    }

    /**
     * Signs by another key from now on; what the former one signs is taken for a while longer.
     *
     * @param overlap nothing where the former key fell into other hands
     */
    public Agency rotated(String publicKey, Duration overlap, Instant now) {
        List<Key> all = new ArrayList<>();
        Instant end = now.plus(overlap);
        for (Key known : keys) {
            Instant until = known.until() == null || known.until().isAfter(end) ? end : known.until();
            if (until.isAfter(now)) {
                all.add(new Key(known.publicKey(), known.from(), until));
            }
        }
        all.add(new Key(publicKey, now, null));
        return new Agency(name, all, categories, endpoint, active, version + 1);
    }

    /** By which its signatures are checked now; none of an agency nobody deals with. */
    public List<Key> keysAt(Instant now) {
        return active ? keys.stream().filter(key -> key.isValid(now)).toList() : List.of();
    }
}
