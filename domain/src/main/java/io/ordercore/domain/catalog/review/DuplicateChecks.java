package io.ordercore.domain.catalog.review;

import static io.ordercore.domain.catalog.review.FindingCode.*;

import io.ordercore.domain.catalog.Gtin;
import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.Picture;
import io.ordercore.domain.catalog.PictureFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The goods are not on sale already under another listing. Several merchants may sell the same GTIN; one merchant lists it once,
 * and nobody sells another brand under it.
 */
final class DuplicateChecks {
    private DuplicateChecks() {}

    static void check(ReviewSubject subject, Judgement judgement) {
        ListingContent content = subject.content();
        long sameBits = judgement.limit(Limit.PICTURE_SAME_BITS) / 1_000;
        String gtin = paddedGtin(content.gtin());
        TitleLikeness title = new TitleLikeness(
                content.title(), content.brand(), subject.facts().familiarWords());
        for (Neighbour neighbour : subject.facts().neighbours()) {
            boolean own = neighbour.merchant().equals(subject.facts().merchant());
            boolean sameGtin = gtin != null && gtin.equals(paddedGtin(neighbour.gtin()));
            if (sameGtin && own) {
                judgement.found(DUPLICATE_GTIN, "/gtin", content.gtin(), neighbour.listing());
            } else if (sameGtin && brandsDiffer(content.brand(), neighbour.brand())) {
                judgement.found(GTIN_CONTRADICTED, "/gtin", content.brand(), neighbour.brand());
            }
            if (!sameGtin && title.nearSame(neighbour.title(), neighbour.brand())) {
                judgement.found(DUPLICATE_TITLE, "/title", content.title(), neighbour.listing());
            }
            if (!own && !sameGtin) {
                comparePictures(content.pictures(), neighbour, sameBits, judgement);
            }
        }
    }

    private static void comparePictures(
            List<Picture> pictures, Neighbour neighbour, long sameBits, Judgement judgement) {
        for (int i = 0; i < pictures.size(); i++) {
            PictureFacts facts = pictures.get(i).facts();
            if (facts != null && neighbour.pictures().stream().anyMatch(other -> facts.distanceTo(other) <= sameBits)) {
                judgement.found(
                        DUPLICATE_PICTURE, "/pictures/" + i, pictures.get(i).url(), neighbour.listing());
            }
        }
    }

    private static boolean brandsDiffer(String brand, String other) {
        return !brand.isEmpty() && !other.isEmpty() && !PlainText.of(brand).equals(PlainText.of(other));
    }

    private static @Nullable String paddedGtin(String gtin) {
        return Gtin.isValid(gtin) ? new Gtin(gtin).padded() : null;
    }
}
