package io.ordercore.domain.testkit;

import static io.ordercore.domain.testkit.Fixtures.CNY;
import static io.ordercore.domain.testkit.Fixtures.LI;
import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.li;
import static io.ordercore.domain.testkit.Fixtures.yuan;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.LineLedger;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderLine;
import io.ordercore.domain.order.OrderSnapshot;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.OrderTerms;
import io.ordercore.domain.party.BuyerId;
import io.ordercore.domain.party.DeliveryWishes;
import io.ordercore.domain.party.MerchantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.joda.money.Money;

/** Builds an order by living through its life, so that a test never starts from an impossible one. */
public final class OrderBuilder {
    private final List<OrderLine> lines = new ArrayList<>();
    private OrderId id = Fixtures.order(1);
    private BuyerId buyer = LI;
    private MerchantId merchant = TEA_HOUSE;
    private Money shipping = Money.zero(CNY);
    private UnaryOperator<Order> life = order -> order;

    OrderBuilder() {}

    public OrderBuilder id(OrderId of) {
        id = of;
        return this;
    }

    public OrderBuilder by(BuyerId who) {
        buyer = who;
        return this;
    }

    public OrderBuilder from(MerchantId whom) {
        merchant = whom;
        return this;
    }

    public OrderBuilder with(String sku, int quantity, String unitPrice) {
        return with(sku, quantity, unitPrice, "0.00");
    }

    public OrderBuilder with(String sku, int quantity, String unitPrice, String discount) {
        lines.add(new OrderLine(
                lines.size() + 1,
                new Sku(sku),
                "A " + sku,
                yuan(unitPrice),
                yuan(discount),
                LineLedger.reserved(quantity)));
        return this;
    }

    public OrderBuilder shippedFor(String fee) {
        shipping = yuan(fee);
        return this;
    }

    public OrderBuilder paid() {
        return then(order -> changed(order.confirm(order.payable(), LI_HERSELF, TUESDAY_MORNING)));
    }

    public OrderBuilder released() {
        return then(order -> changed(order.release(Map.of(), WAREHOUSE, TUESDAY_MORNING)));
    }

    public OrderBuilder packed() {
        return then(order -> changed(order.pack(1, everything(order), WAREHOUSE, TUESDAY_MORNING)));
    }

    public OrderBuilder handedOver() {
        return then(order -> changed(order.handOver(1, everything(order), Map.of(), WAREHOUSE, TUESDAY_MORNING)));
    }

    public OrderBuilder delivered() {
        return then(
                order -> changed(order.deliver(1, everything(order), OrderTerms.STANDARD, WAREHOUSE, TUESDAY_MORNING)));
    }

    public OrderBuilder received() {
        return then(order -> changed(order.receive(OrderTerms.STANDARD, LI_HERSELF, TUESDAY_MORNING)));
    }

    public OrderBuilder then(UnaryOperator<Order> next) {
        UnaryOperator<Order> before = life;
        life = order -> next.apply(before.apply(order));
        return this;
    }

    public Order build() {
        if (lines.isEmpty()) {
            with("kettle", 2, "99.00");
        }
        Money nothing = Money.zero(CNY);
        return life.apply(Order.of(new OrderSnapshot(
                id,
                buyer,
                merchant,
                li(),
                DeliveryWishes.NONE,
                lines,
                shipping,
                OrderStatus.PENDING_PAYMENT,
                List.of(),
                nothing,
                nothing,
                nothing,
                0,
                TUESDAY_MORNING,
                TUESDAY_MORNING.plus(OrderTerms.STANDARD.payWithin()),
                1)));
    }

    /** The changed order, or a failure that tells why there is none. */
    public static Order changed(OrderDecision decision) {
        return decision.decide(new OrderDecision.Cases<>() {
            @Override
            public Order changed(OrderDecision.Changed it) {
                return it.order();
            }

            @Override
            public Order refused(OrderDecision.Refused it) {
                throw new AssertionError("refused: " + it.reasons());
            }
        });
    }

    private static Map<Integer, Integer> everything(Order order) {
        Map<Integer, Integer> units = new java.util.TreeMap<>();
        order.lines().forEach(line -> units.put(line.number(), line.ordered()));
        return units;
    }
}
