package io.ordercore.bootstrap.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ordercore.application.Ordercore;
import io.ordercore.application.catalog.ManageOffers;
import io.ordercore.application.catalog.listing.AdoptGoods;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Three merchants and nine products, every one in some colours and sizes, with stock: put into an empty store of the {@code dev}
 * profile through the same use cases a merchant would call. The data is {@code sample/market.json} on the class path.
 */
public final class SampleMarket {
    private static final long ON_HAND = 1_000;

    private SampleMarket() {}

    /** Fills the store unless it has an offer already; answers an offer to try. */
    public static Optional<Offer> openIn(Ordercore core) {
        ManageOffers offers = core.catalog().manageOffers();
        if (offers.list(null, null, 1).isEmpty()) {
            for (Product product : products()) {
                for (String colour : product.colours()) {
                    for (String size : product.sizes()) {
                        offer(core, product, colour, size);
                    }
                }
            }
        }
        return offers.list(null, null, 1).stream().findFirst();
    }

    private static void offer(Ordercore core, Product product, String colour, String size) {
        Sku sku = new Sku(product.product() + "-" + colour + "-" + size);
        MerchantId merchant = new MerchantId(product.merchant());
        core.stock().manageStock().count(sku, merchant, ON_HAND, null);
        AdoptGoods.Goods goods = new AdoptGoods.Goods(
                sku,
                merchant,
                product.title() + ", " + colour + ", " + size,
                Map.of("colour", colour, "size", size),
                Money.parse(CurrencyUnit.of("CNY") + " " + product.price()));
        core.listings().adoptGoods().adopt(List.of(goods), "sample-market");
    }

    private static List<Product> products() {
        try (InputStream json = SampleMarket.class.getResourceAsStream("/sample/market.json")) {
            return List.of(new ObjectMapper().readValue(json, Product[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One product in all its variants, at one price in CNY. */
    record Product(
            String product, String merchant, String title, String price, List<String> colours, List<String> sizes) {}
}
