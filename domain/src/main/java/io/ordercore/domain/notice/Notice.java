package io.ordercore.domain.notice;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Something somebody is told: a code and facts. The sentence is made when it is read, in the reader's language, from the text
 * {@code notice.<code>} with {@code {fact}} filled in.
 *
 * @param id time-ordered: later ones sort last
 * @param key what it is about, in the teller's words; the same key to the same recipient is told once
 * @param code 1 to 60 of {@code a-z 0-9 -}, stable
 * @param subject what it is about: an order, a listing
 * @param facts never personal data
 */
public record Notice(
        UUID id, Recipient to, String key, String code, String subject, Map<String, String> facts, Instant at) {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final int LONGEST_KEY = 200;

    public Notice {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a notice's code has 1 to 60 of a-z, 0-9 and '-'");
        }
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("a notice's key has 1 to " + LONGEST_KEY + " characters");
        }
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whose inbox: a kind of party and its identifier. */
    public record Recipient(Kind kind, String id) {
        /** Who can be told. */
        public enum Kind {
            BUYER,
            MERCHANT
        }

        public static Recipient buyer(String id) {
            return new Recipient(Kind.BUYER, id);
        }

        public static Recipient merchant(String id) {
            return new Recipient(Kind.MERCHANT, id);
        }

        @Override
        public String toString() {
            return kind + " " + id;
        }
    }
}
