package io.ordercore.domain.testkit;

import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.order.PurchaseRequest;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.BuyerId;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.PhoneNumber;
import io.ordercore.domain.party.Recipient;
import io.ordercore.domain.party.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What most tests start from: one buyer, one merchant, one Tuesday morning. */
public final class Fixtures {
    public static final CurrencyUnit CNY = CurrencyUnit.of("CNY");
    public static final BuyerId LI = new BuyerId("li");
    public static final MerchantId TEA_HOUSE = new MerchantId("tea-house");
    public static final Actor LI_HERSELF = Actor.of("li", Role.BUYER);
    public static final Actor WAREHOUSE = Actor.of("warehouse-1", Role.WAREHOUSE);
    public static final Instant TUESDAY_MORNING = Instant.parse("2026-11-03T09:00:00Z");

    private Fixtures() {}

    public static Money yuan(String amount) {
        return Money.of(CNY, new java.math.BigDecimal(amount));
    }

    /** The n-th purchase; the same for the same n. */
    public static PurchaseId purchase(long n) {
        return new PurchaseId(new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L | n));
    }

    public static OrderId order(long n) {
        return new OrderId(purchase(n), 1);
    }

    public static Recipient li() {
        return new Recipient(
                "Li Na",
                new PhoneNumber("+86 138 0000 0000"),
                new Address("CN", "Zhejiang", "Hangzhou", "Xihu", "1 Lake Road", "310000"));
    }

    public static Offer offer(String sku, MerchantId merchant, String price) {
        return new Offer(new Sku(sku), merchant, "A " + sku, Map.of("colour", "blue"), yuan(price), true, 1);
    }

    /** An offer of goods nobody has reviewed. */
    public static Offer unreviewed(String sku, MerchantId merchant, String price) {
        return new Offer(new Sku(sku), merchant, "A " + sku, Map.of("colour", "blue"), yuan(price), false, 1);
    }

    public static PurchaseLine line(String sku, int quantity, String seenPrice) {
        return new PurchaseLine(new Sku(sku), quantity, yuan(seenPrice));
    }

    public static PurchaseRequest request(PurchaseLine... lines) {
        return new PurchaseRequest(LI, li(), List.of(lines));
    }

    /** An order being put together for a test: {@code anOrder().with("kettle", 2, "99.00").paid().build()}. */
    public static OrderBuilder anOrder() {
        return new OrderBuilder();
    }
}
