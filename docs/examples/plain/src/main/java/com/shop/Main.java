package com.shop;

import io.ordercore.adapters.persistence.embedded.EmbeddedPostgres;
import io.ordercore.adapters.persistence.postgres.PersonalDataKeys;
import io.ordercore.adapters.persistence.postgres.PostgresPool;
import io.ordercore.adapters.persistence.postgres.PostgresStore;
import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.catalog.listing.AdoptGoods;
import io.ordercore.application.order.PlacePurchase;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.order.PurchaseRequest;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.BuyerId;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.PhoneNumber;
import io.ordercore.domain.party.Recipient;
import io.ordercore.domain.party.Role;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** Sells two kettles. Run it again with the same directory: the key says it is the same purchase, and no more are sold. */
public final class Main {
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments.length == 0 ? "data" : arguments[0]);
        try (var postgres = EmbeddedPostgres.start(data.resolve("postgres"));
                var pool = PostgresPool.open(postgres.jdbcUrl(), postgres.user(), postgres.password(), 8);
                var store = PostgresStore.on(
                        pool.dataSource(), PersonalDataKeys.fromFileOrNew(data.resolve("keyset.json")))) {
            var payments = new SimulatedPaymentGateway(URI.create("https://shop.example/challenges"));
            var core = Ordercore.on(store).payments(payments).build();
            var kettle = new Sku("kettle-red");
            var merchant = new MerchantId("tea-house");
            var price = Money.parse("CNY 99.00");
            var goods = new AdoptGoods.Goods(kettle, merchant, "Red kettle", Map.of(), price);
            core.listings().adoptGoods().adopt(List.of(goods), "who-reviewed-them");
            core.stock().manageStock().count(kettle, merchant, 10, null);
            var address = new Address("CN", "Zhejiang", "Hangzhou", "Xihu", "1 Lakeside Road", "310000");
            var recipient = new Recipient("Lin Xia", new PhoneNumber("+8613800000000"), address);
            var request =
                    new PurchaseRequest(new BuyerId("lin"), recipient, List.of(new PurchaseLine(kettle, 2, price)));
            var command = new PlacePurchase.Command(
                    request, new CommandKey("lin", "my-first"), "2 x kettle-red", Actor.of("lin", Role.BUYER));
            var admission = core.orders()
                    .placePurchase()
                    .place(command)
                    .toCompletableFuture()
                    .join();
            System.out.println(admission.decide(new Told()));
        }
    }
}
