package io.ordercore.application.catalog;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.listing.PriceReview;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Prices and counts of stock of many SKUs in one call, each line with an outcome of its own. Lines are stored some hundred at a
 * time; whatever ends the call half-way has stored whole lines only, and the same call may be made again.
 */
public interface UpdateOffers {
    /**
     * Changes the prices of published offers. One that jumps waits for a reviewer while the old price stays.
     *
     * @param of whose offers they must be; null for anybody's
     * @return an outcome for each line, in their order
     */
    List<LineOutcome> prices(@Nullable MerchantId of, List<PriceLine> lines);

    /**
     * Counts stock, promised units included.
     *
     * @param of whose stock it must be; null for anybody's
     * @return an outcome for each line, in their order
     */
    List<LineOutcome> stock(@Nullable MerchantId of, List<StockLine> lines);

    /** What a SKU is to cost, above zero. */
    record PriceLine(Sku sku, Money price) {}

    /** How many units are on hand, 0 or more. */
    record StockLine(Sku sku, long onHand) {}

    /** What became of a line. */
    sealed interface LineOutcome {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            /** It counts now; {@code version} is the offer's or the stock's. */
            R accepted(long version);

            /** The old price stays until a reviewer has decided. */
            R waits(PriceReview review);

            R refused(Refusal reason);
        }
    }

    /** Stored. */
    record Accepted(long version) implements LineOutcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.accepted(version);
        }
    }

    /** Kept for a reviewer. */
    record Waits(PriceReview review) implements LineOutcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.waits(review);
        }
    }

    /** Nothing of the line is stored. */
    record Refused(Refusal reason) implements LineOutcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(reason);
        }
    }

    /** Why nothing of a line is stored. */
    enum Refusal {
        /** Nobody offers the SKU, or somebody else does. */
        SKU_NOT_FOUND,
        /** A line before has the same SKU. */
        SKU_REPEATED,
        /** More units are promised to orders than would be on hand. */
        FEWER_THAN_PROMISED,
        /** It was changed by somebody else meanwhile, several times over: send the line again. */
        CHANGED_MEANWHILE
    }
}
