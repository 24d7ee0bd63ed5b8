package io.ordercore.application.catalog.listing;

import io.ordercore.application.catalog.Offers;
import io.ordercore.application.catalog.PriceReviews;
import io.ordercore.application.stock.Stock;
import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.Variant;
import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.catalog.listing.Revision;
import io.ordercore.domain.catalog.review.ReviewFacts;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.stock.StockItem;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the offers in step with the listings: what is on sale can be ordered, what is not cannot, in the same transaction. */
final class Shelf {
    private static final int LONGEST_OFFER_TITLE = 200;

    private final Offers offers;
    private final Stock stock;
    private final LiveListings live;
    private final PriceReviews prices;

    Shelf(Offers offers, Stock stock, LiveListings live, PriceReviews prices) {
        this.offers = offers;
        this.stock = stock;
        this.live = live;
        this.prices = prices;
    }

    /** What a listing was, null for nothing, and what it is. */
    record Step(@Nullable Listing before, Listing after) {}

    /** Follows a listing from what it was to what it is. */
    void follow(@Nullable Listing before, Listing after) {
        follow(List.of(new Step(before, after)));
    }

    /** Follows listings that share no SKU. */
    void follow(List<Step> steps) {
        List<Step> moved = steps.stream().filter(Shelf::moves).toList();
        if (moved.isEmpty()) {
            return;
        }
        live.remove(moved.stream().flatMap(Shelf::left).toList());
        live.add(moved.stream().flatMap(Shelf::came).toList());
        Map<Sku, Offer> stored =
                offers.find(moved.stream().flatMap(Shelf::skus).distinct().toList());
        List<Offer> changed = moved.stream()
                .flatMap(step -> changedOffers(step, stored).stream())
                .toList();
        // Reviews before offers, as whoever changes a price does, or two could block one another.
        prices.supersede(changed.stream()
                .filter(offer -> isPricedAnew(offer, stored.get(offer.sku())))
                .map(Offer::sku)
                .toList());
        offers.save(changed);
        countFirstStock(moved);
    }

    private static boolean isPricedAnew(Offer offer, @Nullable Offer before) {
        return before != null && !before.price().equals(offer.price());
    }

    /** What buyers pay now for the SKUs of a listing. */
    List<ReviewFacts.Published> published(ListingContent content) {
        return published(List.of(content)).get(0);
    }

    /** What buyers pay now for the SKUs of each. */
    List<List<ReviewFacts.Published>> published(List<ListingContent> contents) {
        Map<Sku, Offer> known =
                offers.find(contents.stream().flatMap(Shelf::skusOf).collect(Collectors.toSet()));
        return contents.stream()
                .map(content -> skusOf(content)
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .map(offer -> new ReviewFacts.Published(offer.sku(), offer.price()))
                        .toList())
                .toList();
    }

    private static Stream<Sku> skusOf(ListingContent content) {
        return content.variants().stream().map(Variant::sku);
    }

    /** Whether another merchant has one of the SKUs. */
    boolean hasForeignSku(MerchantId merchant, ListingContent content) {
        return !foreignSkus(merchant, List.of(content)).isEmpty();
    }

    /** The SKUs among these that another merchant has. */
    Set<Sku> foreignSkus(MerchantId merchant, List<ListingContent> contents) {
        List<Sku> skus = contents.stream()
                .flatMap(content -> content.variants().stream())
                .map(Variant::sku)
                .toList();
        return offers.find(skus).values().stream()
                .filter(offer -> !offer.merchant().equals(merchant))
                .map(Offer::sku)
                .collect(Collectors.toSet());
    }

    private static boolean moves(Step step) {
        Revision was = onSale(step.before());
        Revision is = onSale(step.after());
        return was == null ? is != null : is == null || was.number() != is.number();
    }

    private static @Nullable Revision onSale(@Nullable Listing listing) {
        return listing == null || !listing.isOnSale() ? null : listing.live();
    }

    private static Stream<LiveListings.Entry> left(Step step) {
        return entry(step.after(), onSale(step.before()));
    }

    private static Stream<LiveListings.Entry> came(Step step) {
        return entry(step.after(), onSale(step.after()));
    }

    private static Stream<LiveListings.Entry> entry(Listing listing, @Nullable Revision revision) {
        return revision == null
                ? Stream.of()
                : Stream.of(new LiveListings.Entry(listing.id(), listing.merchant(), revision.content()));
    }

    private static Stream<Sku> skus(Step step) {
        return Stream.concat(left(step), came(step))
                .flatMap(entry -> entry.content().variants().stream())
                .map(Variant::sku);
    }

    private static List<Offer> changedOffers(Step step, Map<Sku, Offer> stored) {
        Map<Sku, Offer> changed = new LinkedHashMap<>();
        left(step)
                .flatMap(entry -> entry.content().variants().stream())
                .map(variant -> stored.get(variant.sku()))
                .filter(offer -> offer != null && offer.orderable())
                .forEach(offer -> changed.put(offer.sku(), offer.withdrawn()));
        Revision is = onSale(step.after());
        if (is != null) {
            for (Variant variant : is.content().variants()) {
                changed.put(variant.sku(), offer(step, is.content(), variant, stored.get(variant.sku())));
            }
        }
        return List.copyOf(changed.values());
    }

    /** A reviewed price counts; a listing that comes back as it was keeps the price that was set meanwhile. */
    private static Offer offer(Step step, ListingContent content, Variant variant, @Nullable Offer stored) {
        Listing before = step.before();
        boolean newWords = before == null || before.live() == null || onSale(before) != null;
        Map<String, String> attributes = new HashMap<>();
        if (!variant.colour().isEmpty()) {
            attributes.put("colour", variant.colour());
        }
        if (!variant.size().isEmpty()) {
            attributes.put("size", variant.size());
        }
        boolean takenDown = stored != null && !stored.orderable() && sold(before, variant.sku());
        return new Offer(
                variant.sku(),
                step.after().merchant(),
                cut(content.title()),
                attributes,
                stored != null && !newWords ? stored.price() : variant.price(),
                !takenDown,
                stored == null ? 1 : stored.version() + 1);
    }

    /** What an inspection took down stays down, however its listing is reworded. */
    private static boolean sold(@Nullable Listing before, Sku sku) {
        Revision was = onSale(before);
        return was != null
                && was.content().variants().stream()
                        .anyMatch(variant -> variant.sku().equals(sku));
    }

    private void countFirstStock(List<Step> moved) {
        Map<Sku, StockItem> first = new LinkedHashMap<>();
        for (Step step : moved) {
            Revision live = onSale(step.after());
            if (live != null) {
                live.content().variants().stream()
                        .filter(variant -> variant.stock() > 0)
                        .forEach(variant -> first.put(
                                variant.sku(),
                                new StockItem(variant.sku(), step.after().merchant(), variant.stock(), 0, 1)));
            }
        }
        first.keySet().removeAll(stock.find(first.keySet()).keySet());
        stock.count(List.copyOf(first.values()));
    }

    private static String cut(String title) {
        return title.length() <= LONGEST_OFFER_TITLE ? title : title.substring(0, LONGEST_OFFER_TITLE);
    }
}
