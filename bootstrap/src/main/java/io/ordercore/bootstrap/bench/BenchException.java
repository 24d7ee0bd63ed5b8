package io.ordercore.bootstrap.bench;

import org.jspecify.annotations.Nullable;

/** The benchmark cannot go on; the message says why and what to do. */
public final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BenchException(String message) {
        this(message, null);
    }

    BenchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
