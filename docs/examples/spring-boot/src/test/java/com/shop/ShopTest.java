package com.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.CommandKey;
import io.ordercore.application.catalog.listing.AdoptGoods;
import io.ordercore.application.order.FindOrders;
import io.ordercore.application.order.OrderIntake;
import io.ordercore.application.order.PlacePurchase;
import io.ordercore.application.stock.ManageStock;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.order.PurchaseRequest;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.BuyerId;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.PhoneNumber;
import io.ordercore.domain.party.Recipient;
import io.ordercore.domain.party.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(properties = "shop.keyset=target/keyset.json")
class ShopTest {
    private static final Sku KETTLE = new Sku("kettle-red");
    private static final MerchantId TEA_HOUSE = new MerchantId("tea-house");
    private static final Money PRICE = Money.parse("CNY 99.00");

    @Autowired
    PlacePurchase placePurchase;

    @Autowired
    FindOrders findOrders;

    @Autowired
    AdoptGoods adoptGoods;

    @Autowired
    ManageStock manageStock;

    @Autowired
    Regrets regrets;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void sellKettles() {
        adoptGoods.adopt(List.of(new AdoptGoods.Goods(KETTLE, TEA_HOUSE, "Red kettle", Map.of(), PRICE)), "reviewer");
        manageStock.count(KETTLE, TEA_HOUSE, 10, null);
        jdbc.sql("insert into loyalty_points values ('lin', 100) on conflict (buyer) do update set points = 100")
                .update();
    }

    @Test
    void an_order_and_the_points_for_it_are_cancelled_together() {
        OrderId order = place();

        regrets.cancel("lin", order, 99);

        assertThat(findOrders.order(order).orElseThrow().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(points()).isEqualTo(1);
    }

    @Test
    void where_the_points_are_spent_the_order_stands() {
        OrderId order = place();

        assertThatThrownBy(() -> regrets.cancel("lin", order, 101)).hasMessage("the points are spent already");

        assertThat(findOrders.order(order).orElseThrow().status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        assertThat(points()).isEqualTo(100);
    }

    private long points() {
        return jdbc.sql("select points from loyalty_points where buyer = 'lin'")
                .query(Long.class)
                .single();
    }

    private OrderId place() {
        Address address = new Address("CN", "Zhejiang", "Hangzhou", "Xihu", "1 Lakeside Road", "310000");
        Recipient recipient = new Recipient("Lin Xia", new PhoneNumber("+8613800000000"), address);
        PurchaseRequest request =
                new PurchaseRequest(new BuyerId("lin"), recipient, List.of(new PurchaseLine(KETTLE, 1, PRICE)));
        CommandKey key = new CommandKey("lin", UUID.randomUUID().toString());
        OrderIntake.Admission admission = placePurchase
                .place(new PlacePurchase.Command(request, key, "1 x kettle-red", Actor.of("lin", Role.BUYER)))
                .toCompletableFuture()
                .join();
        assertThat(admission).isInstanceOf(OrderIntake.Placed.class);
        return new OrderId(((OrderIntake.Placed) admission).purchase().id(), 1);
    }
}
