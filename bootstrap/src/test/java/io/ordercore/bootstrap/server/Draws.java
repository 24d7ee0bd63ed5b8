package io.ordercore.bootstrap.server;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/** A draw made again by nothing but what the sampling guide says. */
final class Draws {
    private static final BigInteger RANGE = BigInteger.ONE.shiftLeft(62);

    private Draws() {}

    static String sha256(String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(hash(text));
    }

    static List<Integer> units(String seed, String draw, int lotSize, int sampleSize) throws GeneralSecurityException {
        List<Integer> taken = new ArrayList<>();
        int[] counter = {0};
        for (int last = lotSize - sampleSize + 1; last <= lotSize; last++) {
            int unit = number(seed + "|" + draw + "|units|", counter, last) + 1;
            taken.add(taken.contains(unit) ? last : unit);
        }
        Collections.sort(taken);
        return taken;
    }

    private static int number(String prefix, int[] counter, int below) throws GeneralSecurityException {
        BigInteger bound = BigInteger.valueOf(below);
        BigInteger usable = RANGE.subtract(RANGE.mod(bound));
        while (true) {
            long first8 = ByteBuffer.wrap(hash(prefix + counter[0]++))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getLong();
            BigInteger value = BigInteger.valueOf(first8).mod(RANGE);
            if (value.compareTo(usable) < 0) {
                return value.mod(bound).intValue();
            }
        }
    }

    private static byte[] hash(String text) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
