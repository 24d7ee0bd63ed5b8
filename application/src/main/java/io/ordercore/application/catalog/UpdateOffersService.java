package io.ordercore.application.catalog;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Transactions;
import io.ordercore.application.stock.Stock;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.listing.PriceReview;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.stock.StockItem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

final class UpdateOffersService implements UpdateOffers {
    private static final int TOGETHER = 500;
    private static final int ATTEMPTS = 3;

    private final Transactions transactions;
    private final Offers offers;
    private final Stock stock;
    private final PriceGate gate;
    private final Clock clock;

    UpdateOffersService(Transactions transactions, Offers offers, Stock stock, PriceGate gate, Clock clock) {
        this.transactions = transactions;
        this.offers = offers;
        this.stock = stock;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public List<LineOutcome> prices(@Nullable MerchantId of, List<PriceLine> lines) {
        Instant now = clock.instant();
        return byLine(lines, PriceLine::sku, some -> price(of, some, now));
    }

    @Override
    public List<LineOutcome> stock(@Nullable MerchantId of, List<StockLine> lines) {
        return byLine(lines, StockLine::sku, some -> count(of, some));
    }

    /** The outcomes of some lines of different SKUs. */
    private interface Step<L> {
        Map<Sku, LineOutcome> take(List<L> lines);
    }

    private <L> List<LineOutcome> byLine(List<L> lines, Function<L, Sku> sku, Step<L> step) {
        Map<Sku, L> first = new LinkedHashMap<>();
        lines.forEach(line -> first.putIfAbsent(sku.apply(line), line));
        List<L> distinct = List.copyOf(first.values());
        Map<Sku, LineOutcome> outcomes = new HashMap<>();
        for (int from = 0; from < distinct.size(); from += TOGETHER) {
            List<L> some = distinct.subList(from, Math.min(distinct.size(), from + TOGETHER));
            outcomes.putAll(together(some, sku, step));
        }
        Set<Sku> told = new HashSet<>();
        return lines.stream()
                .map(sku)
                .map(each -> told.add(each) ? outcomes.get(each) : new Refused(Refusal.SKU_REPEATED))
                .toList();
    }

    /** In one transaction or, where somebody else changes one of them meanwhile, each line in its own. */
    private <L> Map<Sku, LineOutcome> together(List<L> lines, Function<L, Sku> sku, Step<L> step) {
        try {
            return transactions.run(() -> step.take(lines));
        } catch (StaleVersionException contended) {
            Map<Sku, LineOutcome> outcomes = new HashMap<>();
            lines.forEach(line -> outcomes.putAll(alone(line, sku, step)));
            return outcomes;
        }
    }

    private <L> Map<Sku, LineOutcome> alone(L line, Function<L, Sku> sku, Step<L> step) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return transactions.run(() -> step.take(List.of(line)));
            } catch (StaleVersionException contended) {
                // somebody else was faster: look again
            }
        }
        return Map.of(sku.apply(line), new Refused(Refusal.CHANGED_MEANWHILE));
    }

    private Map<Sku, LineOutcome> price(@Nullable MerchantId of, List<PriceLine> lines, Instant now) {
        Map<Sku, Money> asked = lines.stream().collect(Collectors.toMap(PriceLine::sku, PriceLine::price));
        Map<Sku, Offer> known = offers.find(asked.keySet());
        known.values().removeIf(offer -> of != null && !of.equals(offer.merchant()));
        Map<Sku, PriceReview> kept = gate.keep(known.values(), asked, now);
        Map<Sku, LineOutcome> outcomes = new HashMap<>();
        List<Offer> changed = new ArrayList<>();
        asked.forEach((sku, price) -> {
            Offer offer = known.get(sku);
            PriceReview review = kept.get(sku);
            if (offer == null) {
                outcomes.put(sku, new Refused(Refusal.SKU_NOT_FOUND));
            } else if (review != null) {
                outcomes.put(sku, new Waits(review));
            } else if (offer.price().equals(price)) {
                outcomes.put(sku, new Accepted(offer.version()));
            } else {
                changed.add(offer.at(price));
                outcomes.put(sku, new Accepted(offer.version() + 1));
            }
        });
        offers.save(changed);
        return outcomes;
    }

    private Map<Sku, LineOutcome> count(@Nullable MerchantId of, List<StockLine> lines) {
        List<Sku> skus = lines.stream().map(StockLine::sku).toList();
        Map<Sku, StockItem> known = stock.find(skus);
        Map<Sku, Offer> offered = offers.find(skus);
        Map<Sku, LineOutcome> outcomes = new HashMap<>();
        List<StockItem> counted = new ArrayList<>();
        for (StockLine line : lines) {
            StockItem item = known.getOrDefault(line.sku(), uncounted(offered.get(line.sku())));
            if (item == null || (of != null && !of.equals(item.merchant()))) {
                outcomes.put(line.sku(), new Refused(Refusal.SKU_NOT_FOUND));
            } else if (line.onHand() < item.reserved()) {
                outcomes.put(line.sku(), new Refused(Refusal.FEWER_THAN_PROMISED));
            } else if (item.version() > 0 && item.onHand() == line.onHand()) {
                outcomes.put(line.sku(), new Accepted(item.version()));
            } else {
                counted.add(
                        new StockItem(line.sku(), item.merchant(), line.onHand(), item.reserved(), item.version() + 1));
                outcomes.put(line.sku(), new Accepted(item.version() + 1));
            }
        }
        stock.count(counted);
        return outcomes;
    }

    private static @Nullable StockItem uncounted(@Nullable Offer offer) {
        return offer == null ? null : new StockItem(offer.sku(), offer.merchant(), 0, 0, 0);
    }
}
