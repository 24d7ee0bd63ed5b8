package io.ordercore.application.inspection;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Makes the seeds of draws from a source nobody can guess. */
record Seeds(RandomGenerator random) {
    private static final int BYTES = 32;

    /** 64 hexadecimal digits. */
    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
