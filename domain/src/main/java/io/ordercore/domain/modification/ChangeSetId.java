package io.ordercore.domain.modification;

import java.util.UUID;

/** One set of changes asked for together. */
public record ChangeSetId(UUID value) {
    public static ChangeSetId parse(String text) {
        return new ChangeSetId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
