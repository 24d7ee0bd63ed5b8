package io.ordercore.domain.inspection;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a lot of a period is inspected, in a form anybody can check: the seed is recorded, and its hash shown, before anything
 * is known of the lot; when the period is over the lot is counted, and the seed decides.
 *
 * @param draw the seed and this draw's id: they say whether the lot is selected, by whom it is inspected, and which units
 * @param committedAt when the seed was recorded
 * @param dueAt from when on the lot is counted
 * @param drawn what came of it; null before
 */
public record LotDraw(
        UUID id,
        MerchantId merchant,
        Sku sku,
        FairDraw draw,
        Instant committedAt,
        Instant dueAt,
        @Nullable Drawn drawn) {
    /** A lot a week. */
    public static final Duration PERIOD = Duration.ofDays(7);

    /** A new product need not wait for a week. */
    private static final Duration FIRST = Duration.ofDays(1);

    private static final String AGENCY = "agency";

    /**
     * What became of a draw.
     *
     * @param size the units on hand when the lot was counted
     * @param reason why it had the chance it had: follows from the risk
     * @param agencies those that inspect such goods, by name
     * @param inspection what was ordered; null where the lot was not selected, or no agency was known
     */
    public record Drawn(
            Instant at,
            int size,
            LotRisk risk,
            SelectionReason reason,
            List<String> agencies,
            @Nullable InspectionId inspection) {
        public Drawn {
            agencies = List.copyOf(agencies);
        }
    }

    /** Records the seed for a product's first lot. */
    public static LotDraw first(UUID id, MerchantId merchant, Sku sku, String seed, Instant now) {
        return new LotDraw(id, merchant, sku, new FairDraw(seed, id.toString()), now, now.plus(FIRST), null);
    }

    /** Records the seed for the lot after this one. */
    public LotDraw next(UUID nextId, String seed, Instant now) {
        return new LotDraw(nextId, merchant, sku, new FairDraw(seed, nextId.toString()), now, now.plus(PERIOD), null);
    }

    /** The lot is counted; what is ordered, if anything, follows by {@link #selects} and {@link #agency}. */
    public LotDraw drawn(Drawn result) {
        return new LotDraw(id, merchant, sku, draw, committedAt, dueAt, result);
    }

    /** Whether the seed says that a lot of this chance is inspected. */
    public boolean selects(SelectionReason reason) {
        return draw.selects(reason.chance());
    }

    /** Which of several agencies the seed picks. */
    public String agency(List<String> names) {
        return names.get(draw.choice(AGENCY, names.size()));
    }
}
