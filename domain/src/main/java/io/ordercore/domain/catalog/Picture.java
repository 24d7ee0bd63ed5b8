package io.ordercore.domain.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A picture of goods.
 *
 * @param url where it can be fetched, absolute, {@code http} or {@code https}
 * @param facts what its bytes say; null until somebody has looked
 */
public record Picture(String url, @Nullable PictureFacts facts) {
    private static final int LONGEST_URL = 2000;

    public Picture {
        if ((!url.startsWith("https://") && !url.startsWith("http://")) || url.length() > LONGEST_URL) {
            throw new IllegalArgumentException("a picture has a web address of at most " + LONGEST_URL + " characters");
        }
    }

    public Picture with(PictureFacts measured) {
        return new Picture(url, measured);
    }
}
