package io.ordercore.adapters.persistence.postgres;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.SkuFacts;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What this node remembers of SKUs it has seen: whose they are, and for a moment that one was sold out or running out.
 *
 * <p>Sold out is remembered only after the database said so, until this node changes the stock, and a fifth of a second at
 * most: a crowd that finds nothing left asks the database five times a second instead of once per buyer, and a unit that comes
 * back (a reservation expires) is on offer again at once, or after that long if another node brought it back. Nothing else is
 * decided from memory, so no node can sell what another has sold.
 */
final class KnownSkus {
    private static final int MOST = 100_000;
    private static final Duration SOLD_OUT_FOR = Duration.ofMillis(200);
    private static final Duration RUNNING_OUT_FOR = Duration.ofSeconds(10);

    /** Of the first that were asked for, and for good: a SKU keeps its merchant. */
    private final Map<Sku, String> merchants = new ConcurrentHashMap<>();

    private final Cache<Sku, SkuFacts> soldOut = CacheBuilder.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(SOLD_OUT_FOR)
            .build();

    private final Cache<Sku, Boolean> runningOut = CacheBuilder.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(RUNNING_OUT_FOR)
            .build();

    /** Whose SKU it is that a purchase begins with. */
    void learnMerchant(Offer first) {
        if (!merchants.containsKey(first.sku()) && merchants.size() < MOST) {
            merchants.put(first.sku(), first.merchant().value());
        }
    }

    /** What the database has just said, under a lock on the SKU's stock. */
    void learn(SkuFacts facts) {
        if (facts.available() <= 0) {
            soldOut.put(facts.offer().sku(), facts);
        }
    }

    /**
     * Somebody changes the stock of a SKU. To be called when its row is locked for that: whoever asks for it afterwards waits
     * for the change.
     */
    void changing(Sku sku) {
        soldOut.invalidate(sku);
    }

    /** The facts of a SKU of which nothing was left a moment ago; null if there may be some. */
    @Nullable
    SkuFacts ifSoldOut(Sku sku) {
        return soldOut.getIfPresent(sku);
    }

    /** Less was left than is asked for at once. */
    void learnRunningOut(Sku sku) {
        runningOut.put(sku, true);
    }

    /** Whether it is better to look how much is left before anything is written. */
    boolean isRunningOut(Sku sku) {
        return runningOut.getIfPresent(sku) != null;
    }

    /** With whom a purchase that begins with a SKU competes: all others of its merchant, or of the SKU while that is unknown. */
    String laneOf(Sku first) {
        return merchants.getOrDefault(first, first.value());
    }
}
