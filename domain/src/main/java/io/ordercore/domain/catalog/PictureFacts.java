package io.ordercore.domain.catalog;

import java.util.Locale;

/**
 * What the bytes of a picture say.
 *
 * @param type media type by content, not by name: {@code image/jpeg}
 * @param width pixels
 * @param height pixels
 * @param bytes size of the file
 * @param sha256 of the file, 64 hexadecimal digits
 * @param likeness 64-bit difference hash: two pictures that look alike differ in few bits
 */
public record PictureFacts(String type, int width, int height, long bytes, String sha256, long likeness) {
    public PictureFacts {
        type = type.toLowerCase(Locale.ROOT);
        sha256 = sha256.toLowerCase(Locale.ROOT);
        if (width < 1 || height < 1 || bytes < 1 || sha256.length() != 64) {
            throw new IllegalArgumentException("a picture has a width, a height, a size and a SHA-256");
        }
    }

    /** How many of 64 bits of the likeness differ: 0 for the same look, about 32 for unrelated pictures. */
    public int distanceTo(PictureFacts other) {
        return Long.bitCount(likeness ^ other.likeness);
    }
}
