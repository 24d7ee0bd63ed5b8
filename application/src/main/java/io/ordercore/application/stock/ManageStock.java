package io.ordercore.application.stock;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.stock.StockItem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts stock and reads it. */
public interface ManageStock {
    Optional<StockItem> find(Sku sku);

    /**
     * Sets how many units are on hand, promised ones included.
     *
     * @param onHand 0 or more
     * @param expectedVersion the version the caller has seen, 0 for none yet; null for any
     */
    Outcome count(Sku sku, MerchantId merchant, long onHand, @Nullable Long expectedVersion);

    /** What becomes of a count. */
    sealed interface Outcome {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            R counted(StockItem item);

            /** Fewer than are promised to orders: {@code reserved}. */
            R belowReserved(long reserved);

            /** The SKU is another merchant's. */
            R foreign();
        }
    }

    /** Stored. */
    record Counted(StockItem item) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.counted(item);
        }
    }

    /** Refused: more units are promised. */
    record BelowReserved(long reserved) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.belowReserved(reserved);
        }
    }

    /** Refused: another merchant has the SKU. */
    record Foreign() implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.foreign();
        }
    }
}
