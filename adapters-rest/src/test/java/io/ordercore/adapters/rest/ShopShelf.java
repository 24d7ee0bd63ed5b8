package io.ordercore.adapters.rest;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.catalog.BrowseOffers;
import io.ordercore.application.catalog.ForeignSkuException;
import io.ordercore.application.catalog.ManageOffers;
import io.ordercore.application.catalog.UpdateOffers;
import io.ordercore.application.stock.ManageStock;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.SkuFacts;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.stock.StockItem;
import io.ordercore.domain.testkit.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** What a {@link Shop} sells: its offers and its stock, and the use cases over them. */
final class ShopShelf {
    final Map<Sku, Offer> offers = new ConcurrentSkipListMap<>();
    final Map<Sku, StockItem> stock = new ConcurrentSkipListMap<>();
    private final Runnable breakIfTold;
    private boolean changing;

    /** Where {@code breakIfTold} throws what the shop is told to. */
    ShopShelf(Runnable breakIfTold) {
        this.breakIfTold = breakIfTold;
    }

    /** The next attempt to change something meets somebody else's. */
    void changeMeanwhile() {
        changing = true;
    }

    private void unlessChanging(String what) {
        if (changing) {
            changing = false;
            throw new StaleVersionException(what);
        }
    }

    void forget() {
        changing = false;
        offers.clear();
        stock.clear();
    }

    void offer(String sku, String merchant, String price, long onHand) {
        MerchantId seller = new MerchantId(merchant);
        offers.put(new Sku(sku), Fixtures.offer(sku, seller, price));
        stock.put(new Sku(sku), new StockItem(new Sku(sku), seller, onHand, 0, 1));
    }

    @Nullable
    SkuFacts facts(Sku sku) {
        Offer offer = offers.get(sku);
        StockItem item = stock.get(sku);
        return offer == null ? null : new SkuFacts(offer, item == null ? 0 : item.available());
    }

    BrowseOffers browsingOffers() {
        return (merchant, campaign, after, limit) ->
                new BrowseOffers.Window(managingOffers().list(merchant, null, limit), null);
    }

    ManageOffers managingOffers() {
        return new ManageOffers() {
            @Override
            public Optional<Offer> find(Sku sku) {
                breakIfTold.run();
                return Optional.ofNullable(offers.get(sku));
            }

            @Override
            public List<Offer> list(@Nullable MerchantId merchant, @Nullable Sku after, int limit) {
                return offers.values().stream()
                        .filter(offer -> merchant == null || offer.merchant().equals(merchant))
                        .filter(offer -> after == null || offer.sku().compareTo(after) > 0)
                        .limit(limit)
                        .toList();
            }

            @Override
            public Outcome put(Command it) {
                Optional<Offer> before = find(it.sku());
                if (before.filter(offer -> !offer.merchant().equals(it.merchant()))
                        .isPresent()) {
                    throw new ForeignSkuException(it.sku());
                }
                long version = before.map(Offer::version).orElse(0L);
                if (it.expectedVersion() != null && it.expectedVersion() != version) {
                    throw new StaleVersionException("offer " + it.sku());
                }
                unlessChanging("offer");
                Offer offer = new Offer(
                        it.sku(),
                        it.merchant(),
                        Objects.requireNonNull(it.title()),
                        Objects.requireNonNullElse(it.attributes(), Map.of()),
                        it.price(),
                        true,
                        version + 1);
                offers.put(it.sku(), offer);
                return new Stored(offer);
            }
        };
    }

    UpdateOffers updatingOffers() {
        return new UpdateOffers() {
            @Override
            public List<LineOutcome> prices(@Nullable MerchantId of, List<PriceLine> lines) {
                return lines.stream().map(line -> price(of, line)).toList();
            }

            private LineOutcome price(@Nullable MerchantId of, PriceLine line) {
                Offer offer = offers.get(line.sku());
                if (offer == null || (of != null && !of.equals(offer.merchant()))) {
                    return new Refused(Refusal.SKU_NOT_FOUND);
                }
                offers.put(line.sku(), offer.at(line.price()));
                return new Accepted(offer.version() + 1);
            }

            @Override
            public List<LineOutcome> stock(@Nullable MerchantId of, List<StockLine> lines) {
                return lines.stream().map(line -> (LineOutcome) new Accepted(1)).toList();
            }
        };
    }

    ManageStock managingStock() {
        return new ManageStock() {
            @Override
            public Optional<StockItem> find(Sku sku) {
                return Optional.ofNullable(stock.get(sku));
            }

            @Override
            public ManageStock.Outcome count(
                    Sku sku, MerchantId merchant, long onHand, @Nullable Long expectedVersion) {
                Optional<StockItem> before = find(sku);
                if (before.filter(item -> !item.merchant().equals(merchant)).isPresent()) {
                    return new Foreign();
                }
                long version = before.map(StockItem::version).orElse(0L);
                if (expectedVersion != null && expectedVersion != version) {
                    throw new StaleVersionException("stock " + sku);
                }
                long reserved = before.map(StockItem::reserved).orElse(0L);
                if (onHand < reserved) {
                    return new BelowReserved(reserved);
                }
                unlessChanging("stock");
                StockItem item = new StockItem(sku, merchant, onHand, reserved, version + 1);
                stock.put(sku, item);
                return new Counted(item);
            }
        };
    }
}
