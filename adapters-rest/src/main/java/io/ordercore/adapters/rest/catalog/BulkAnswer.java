package io.ordercore.adapters.rest.catalog;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Line;
import io.ordercore.adapters.rest.Violation;
import io.ordercore.application.catalog.UpdateOffers;
import io.ordercore.application.catalog.UpdateOffers.LineOutcome;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.listing.PriceReview;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of every line of a bulk update.
 *
 * @param accepted how many lines count now
 * @param waiting how many prices wait for a reviewer while the old ones stay
 * @param refused of how many lines nothing is stored
 * @param items one per line, in their order
 */
@Schema(name = "BulkAnswer")
record BulkAnswer(int accepted, int waiting, int refused, List<LineView> items) {

    /** What became of a line. The names are stable. */
    enum Result {
        ACCEPTED,
        WAITING,
        REFUSED
    }

    /**
     * One line.
     *
     * @param line from 0
     * @param version of the offer or of the stock, where it was accepted
     * @param review where the price waits
     * @param errors where it was refused: pointer into the request's body, code, detail
     */
    @Schema(name = "BulkLine")
    record LineView(
            int line,
            @Nullable String sku,
            Result result,
            @Nullable Long version,
            @Nullable PriceReviewView review,
            @Nullable List<Map<String, Object>> errors) {}

    /**
     * Carries out the lines that can be read and answers all.
     *
     * @param read lines as they were read
     * @param sku of a line that could be read
     * @param update what to do with those
     */
    static <L> Answer of(
            Call call, List<Line<L>> read, Function<L, Sku> sku, Function<List<L>, List<LineOutcome>> update) {
        List<L> good = new ArrayList<>(read.size());
        for (Line<L> line : read) {
            if (line.value() != null) {
                good.add(line.value());
            }
        }
        List<LineOutcome> outcomes = update.apply(good);
        List<LineView> items = new ArrayList<>(read.size());
        int next = 0;
        for (Line<L> line : read) {
            L value = line.value();
            if (value == null) {
                items.add(refused(line.number(), null, line.violations(), call.locale()));
            } else {
                items.add(outcomes.get(next)
                        .decide(new Shown(line, sku.apply(value).value(), call.locale())));
                next++;
            }
        }
        return Answer.ok(new BulkAnswer(
                count(items, Result.ACCEPTED), count(items, Result.WAITING), count(items, Result.REFUSED), items));
    }

    private static int count(List<LineView> items, Result result) {
        return (int) items.stream().filter(item -> item.result == result).count();
    }

    private static LineView refused(int line, @Nullable String sku, List<Violation> why, Locale locale) {
        return new LineView(
                line,
                sku,
                Result.REFUSED,
                null,
                null,
                why.stream().map(each -> members(each, locale)).toList());
    }

    private static Map<String, Object> members(Violation error, Locale locale) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("pointer", error.pointer());
        members.put("code", error.code());
        members.put("detail", error.detail(locale));
        members.putAll(error.facts());
        return members;
    }

    private record Shown(Line<?> line, String sku, Locale locale) implements LineOutcome.Cases<LineView> {
        @Override
        public LineView accepted(long version) {
            return new LineView(line.number(), sku, Result.ACCEPTED, version, null, null);
        }

        @Override
        public LineView waits(PriceReview review) {
            return new LineView(line.number(), sku, Result.WAITING, null, PriceReviewView.of(review, locale), null);
        }

        @Override
        public LineView refused(UpdateOffers.Refusal reason) {
            Violation why =
                    Violation.at(line.pointer(), Violation.reason(reason).code());
            return BulkAnswer.refused(line.number(), sku, List.of(why), locale);
        }
    }
}
