package io.ordercore.domain.catalog;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A picture of goods.
 *
 * @param url where it can be fetched, absolute, {@code http} or {@code https}
 * @param claimed what its merchant says of it
 * @param facts what its bytes say; null until somebody has looked
 */
public record Picture(
        String url, PictureClaim claimed, @Nullable PictureFacts facts) {
    private static final int LONGEST_URL = 2000;

    public Picture {
        // Pictures that were stored before anything could be claimed of them have no claim.
        claimed = Objects.requireNonNullElse(claimed, PictureClaim.NOTHING);
        if ((!url.startsWith("https://") && !url.startsWith("http://")) || url.length() > LONGEST_URL) {
            throw new IllegalArgumentException("a picture has a web address of at most " + LONGEST_URL + " characters");
        }
    }

    /** A picture of which nothing is claimed. */
    public Picture(String url, @Nullable PictureFacts facts) {
        this(url, PictureClaim.NOTHING, facts);
    }

    public Picture with(PictureFacts measured) {
        return new Picture(url, claimed, measured);
    }
}
