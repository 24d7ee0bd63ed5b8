package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.catalog.Offers;
import io.ordercore.application.catalog.UnreviewedGoodsException;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Published offers by SKU. */
final class MemoryOffers implements Offers {
    private final MemoryTransactions transactions;
    private final MemorySellers sellers;
    private final TreeMap<Sku, Offer> offers = new TreeMap<>();

    private final MemoryOfferFeed feed;
    private final Predicate<Sku> sold;

    MemoryOffers(MemoryTransactions transactions, MemorySellers sellers, MemoryOfferFeed feed, Predicate<Sku> sold) {
        this.transactions = transactions;
        this.sellers = sellers;
        this.feed = feed;
        this.sold = sold;
    }

    /** Makes an offer unorderable, whoever forgot to. */
    void withdraw(Sku sku) {
        Offer offer = offers.get(sku);
        if (offer != null && offer.orderable()) {
            transactions.put(offers, sku, offer.withdrawn());
            feed.tell(offer.withdrawn());
        }
    }

    @Override
    public Optional<Offer> find(Sku sku) {
        return transactions.read(() -> Optional.ofNullable(offers.get(sku)));
    }

    @Override
    public Map<Sku, Offer> find(Collection<Sku> skus) {
        return transactions.read(() -> skus.stream()
                .distinct()
                .filter(offers::containsKey)
                .collect(Collectors.toMap(Function.identity(), offers::get)));
    }

    @Override
    public void save(List<Offer> changed) {
        transactions.run(() -> changed.forEach(this::saveOne));
    }

    private void saveOne(Offer offer) {
        Offer before = offers.get(offer.sku());
        if (offer.version() != (before == null ? 1 : before.version() + 1)) {
            throw new StaleVersionException("offer " + offer.sku());
        }
        if (offer.orderable() && (before == null || !before.orderable()) && !sold.test(offer.sku())) {
            throw new UnreviewedGoodsException(offer.sku());
        }
        transactions.put(offers, offer.sku(), offer);
        feed.tell(offer);
    }

    @Override
    public List<Offer> list(@Nullable MerchantId merchant, @Nullable Sku after, int limit) {
        return transactions.read(() -> offers.values().stream()
                .filter(offer -> merchant == null || offer.merchant().equals(merchant))
                .filter(offer -> after == null || offer.sku().compareTo(after) > 0)
                .limit(limit)
                .toList());
    }

    @Override
    public List<Offer> byExposure(
            LocalDate day, @Nullable MerchantId merchant, boolean campaign, @Nullable Sku after, int limit) {
        return transactions.read(() -> offers.values().stream()
                .filter(offer -> merchant == null || offer.merchant().equals(merchant))
                .filter(offer -> exposure(offer) > 0)
                .filter(offer -> !campaign || sellers.find(offer.merchant()).campaigns())
                .sorted(Comparator.comparing((Offer offer) -> place(offer, day)).thenComparing(Offer::sku))
                .dropWhile(offer -> after != null && !offer.sku().equals(after))
                .skip(after == null ? 0 : 1)
                .limit(limit)
                .toList());
    }

    private int exposure(Offer offer) {
        return sellers.find(offer.merchant()).exposure();
    }

    /** The first 32 bits of SHA-256 over SKU and day, by the exposure. */
    private long place(Offer offer, LocalDate day) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((offer.sku() + "|" + day).getBytes(StandardCharsets.UTF_8));
            long drawn = Integer.toUnsignedLong(ByteBuffer.wrap(hash).getInt());
            return drawn * 1000 / exposure(offer);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
