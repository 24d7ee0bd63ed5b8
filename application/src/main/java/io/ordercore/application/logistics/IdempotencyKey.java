package io.ordercore.application.logistics;

import java.util.regex.Pattern;

/** Makes a write to a carrier take effect once however often it is sent: 1 to 64 of {@code A-Z a-z 0-9 . _ -}. */
public record IdempotencyKey(String value) {
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public IdempotencyKey {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("an idempotency key has 1 to 64 letters, digits, '.', '_' or '-'");
        }
    }
}
