package io.ordercore.domain.modification;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.offer;
import static io.ordercore.domain.testkit.Fixtures.unreviewed;
import static io.ordercore.domain.testkit.Fixtures.yuan;

import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.Handover;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.SkuFacts;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.MerchantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A small shop, its rates, and the quotes it gives for changes. */
final class QuotingFixtures {
    static final Address BEIJING = new Address("CN", "Beijing", "Beijing", "", "2 Gate Street", "100000");
    static final Tariff BY_REGION = new Tariff(
            (to, goods) ->
                    yuan(to.region().equals("Tibet") ? "30.00" : to.region().equals("Beijing") ? "8.00" : "6.00"),
            TaxRates.STANDARD);

    private QuotingFixtures() {}

    static Quote quote(Standing standing, RequestedChange... changes) {
        return quote(standing, null, changes);
    }

    static Quote quote(Standing standing, @Nullable Alternative way, RequestedChange... changes) {
        Quoting.Request request = new Quoting.Request(
                "change-1", List.of(changes), LI_HERSELF, null, way, TUESDAY_MORNING.plusSeconds(900));
        return Quoting.by(ModificationPolicy.STANDARD, BY_REGION)
                .quote(request, standing, QuotingFixtures::facts, TUESDAY_MORNING);
    }

    static Standing standing(Order order, Fulfilment... fulfilments) {
        return new Standing(order, List.of(fulfilments), Set.of(), null, Duration.ofDays(7), false);
    }

    static Fulfilment handedOver(Order order, int number, Map<Integer, Integer> units) {
        return Fulfilment.released(new FulfilmentId(order.id(), number), units)
                .picking()
                .packed()
                .handedOver(new Handover("sf", "SF12345678", TUESDAY_MORNING));
    }

    private static @Nullable SkuFacts facts(Sku sku) {
        return switch (sku.value()) {
            case "cup" -> new SkuFacts(offer("cup", TEA_HOUSE, "10.00"), 10);
            case "kettle" -> new SkuFacts(offer("kettle", TEA_HOUSE, "99.00"), 10);
            case "red-kettle" -> new SkuFacts(offer("red-kettle", TEA_HOUSE, "109.00"), 10);
            case "last-one" -> new SkuFacts(offer("last-one", TEA_HOUSE, "5.00"), 0);
            case "oversold" -> new SkuFacts(offer("oversold", TEA_HOUSE, "5.00"), -3);
            case "button" -> new SkuFacts(offer("button", TEA_HOUSE, "0.10"), 1_000_000);
            case "unreviewed" -> new SkuFacts(unreviewed("unreviewed", TEA_HOUSE, "5.00"), 10);
            case "foreign" -> new SkuFacts(offer("foreign", new MerchantId("book-shop"), "5.00"), 10);
            case "import" ->
                new SkuFacts(new Offer(sku, TEA_HOUSE, "An import", Map.of(), Money.parse("EUR 5.00"), true, 1), 10);
            default -> null;
        };
    }
}
