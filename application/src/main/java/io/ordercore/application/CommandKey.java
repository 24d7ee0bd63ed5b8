package io.ordercore.application;

/**
 * What makes a write command the same command when it is sent again: who sent it, and the key the sender gave it.
 *
 * @param caller the sender's identifier; two callers may use the same key
 * @param key 1 to 255 characters of the sender's choice
 */
public record CommandKey(String caller, String key) {
    private static final int LONGEST_KEY = 255;

    public CommandKey {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("an idempotency key has 1 to " + LONGEST_KEY + " characters");
        }
    }
}
