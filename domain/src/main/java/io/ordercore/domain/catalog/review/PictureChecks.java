package io.ordercore.domain.catalog.review;

import static io.ordercore.domain.catalog.review.FindingCode.*;

import io.ordercore.domain.catalog.Picture;
import io.ordercore.domain.catalog.PictureFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Pictures are there, were looked at, and are neither tiny nor huge nor of a type browsers cannot show. */
final class PictureChecks {
    private PictureChecks() {}

    static void check(ReviewSubject subject, Judgement judgement) {
        List<Picture> pictures = subject.content().pictures();
        if (judgement.fallsShortOf(pictures.size(), Limit.PICTURES_FEWEST)) {
            judgement.found(PICTURES_MISSING, "/pictures", pictures.size(), Limit.PICTURES_FEWEST);
        }
        if (judgement.exceeds(pictures.size(), Limit.PICTURES_MOST)) {
            judgement.found(PICTURES_TOO_MANY, "/pictures", pictures.size(), Limit.PICTURES_MOST);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < pictures.size(); i++) {
            String field = "/pictures/" + i;
            PictureFacts facts = pictures.get(i).facts();
            if (facts == null) {
                judgement.found(PICTURE_UNSEEN, field, pictures.get(i).url(), 0);
                continue;
            }
            checkFacts(field, facts, judgement);
            pictures.get(i)
                    .claimed()
                    .against(facts)
                    .forEach(it ->
                            judgement.found(PICTURE_DIFFERS, field + "/" + it.field(), it.claimed(), it.measured()));
            if (!seen.add(facts.sha256())) {
                judgement.found(PICTURE_REPEATED, field, facts.sha256(), 1);
            }
        }
    }

    private static void checkFacts(String field, PictureFacts facts, Judgement judgement) {
        Set<String> types = judgement.rules().pictureTypes();
        if (!types.isEmpty() && !types.contains(facts.type())) {
            judgement.found(PICTURE_TYPE_WRONG, field, facts.type(), String.join(", ", new TreeSet<>(types)));
        }
        String size = facts.width() + "x" + facts.height();
        if (judgement.fallsShortOf(Math.min(facts.width(), facts.height()), Limit.PICTURE_SHORTEST_SIDE)) {
            judgement.found(PICTURE_TOO_SMALL, field, size, Limit.PICTURE_SHORTEST_SIDE);
        }
        if (judgement.exceeds((long) facts.width() * facts.height(), Limit.PICTURE_MOST_PIXELS)) {
            judgement.found(PICTURE_TOO_LARGE, field, size, Limit.PICTURE_MOST_PIXELS);
        }
        if (judgement.exceeds(facts.bytes(), Limit.PICTURE_LARGEST_FILE)) {
            judgement.found(PICTURE_TOO_LARGE, field, facts.bytes(), Limit.PICTURE_LARGEST_FILE);
        }
    }
}
