package io.ordercore.domain.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant says of a picture; null for what is not said.
 *
 * @param width pixels
 * @param height pixels
 * @param bytes size of the file
 * @param sha256 of the file, 64 hexadecimal digits
 */
public record PictureClaim(
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long bytes,
        @Nullable String sha256) {
    /** Nothing is said. */
    public static final PictureClaim NOTHING = new PictureClaim(null, null, null, null);

    private static final int HASH_DIGITS = 64;

    public PictureClaim {
        if (isBelowOne(width) || isBelowOne(height) || isBelowOne(bytes)) {
            throw new IllegalArgumentException("a picture has a width, a height and a size");
        }
        if (sha256 != null) {
            sha256 = sha256.toLowerCase(Locale.ROOT);
            if (sha256.length() != HASH_DIGITS) {
                throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits");
            }
        }
    }

    /** One claim that does not hold: what is claimed and what is. */
    public record Difference(String field, String claimed, String measured) {}

    /** What of it is not so. */
    public List<Difference> against(PictureFacts facts) {
        List<Difference> found = new ArrayList<>();
        compare("width", width, facts.width(), found);
        compare("height", height, facts.height(), found);
        compare("bytes", bytes, facts.bytes(), found);
        compare("sha256", sha256, facts.sha256(), found);
        return found;
    }

    private static void compare(String field, @Nullable Object claimed, Object measured, List<Difference> found) {
        if (claimed != null && !claimed.equals(measured)) {
            found.add(new Difference(field, claimed.toString(), measured.toString()));
        }
    }

    private static boolean isBelowOne(@Nullable Number number) {
        return number != null && number.longValue() < 1;
    }
}
