package com.shop;

import io.ordercore.adapters.persistence.postgres.PersonalDataKeys;
import io.ordercore.adapters.persistence.postgres.PostgresSchema;
import io.ordercore.adapters.persistence.postgres.PostgresStore;
import io.ordercore.adapters.persistence.postgres.PostgresTimers;
import io.ordercore.application.Ordercore;
import io.ordercore.application.catalog.listing.AdoptGoods;
import io.ordercore.application.order.CancelOrder;
import io.ordercore.application.order.FindOrders;
import io.ordercore.application.order.PlacePurchase;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.application.stock.ManageStock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/** The order core on the shop's own data source and transaction manager. */
@Configuration
class OrderConfiguration {
    @Bean
    PostgresStore store(DataSource source, PlatformTransactionManager manager, @Value("${shop.keyset}") Path keys)
            throws IOException {
        PostgresSchema.migrate(source);
        return PostgresStore.joining(
                new TransactionAwareDataSourceProxy(source),
                new SpringTransactions(manager),
                PersonalDataKeys.fromFileOrNew(keys));
    }

    @Bean
    Ordercore ordercore(PostgresStore store) {
        return Ordercore.on(store)
                .payments(new SimulatedPaymentGateway(URI.create("https://shop.example/challenges")))
                .build();
    }

    /** On which node soever, once: what is unpaid expires, listeners hear of what happened. */
    @Bean(initMethod = "start")
    PostgresTimers timers(DataSource source, Ordercore core) {
        return PostgresTimers.on(source)
                .every(
                        Duration.ofSeconds(1),
                        "meet-deadlines",
                        () -> core.orders().meetDeadlines().meet(500))
                .every(
                        Duration.ofSeconds(1),
                        "settle-payments",
                        () -> core.payments().settlePayments().reconcile(500))
                .every(
                        Duration.ofSeconds(1),
                        "dispatch-events",
                        () -> core.dispatchEvents().dispatch(500));
    }

    @Bean
    PlacePurchase placePurchase(Ordercore core) {
        return core.orders().placePurchase();
    }

    @Bean
    CancelOrder cancelOrder(Ordercore core) {
        return core.orders().cancelOrder();
    }

    @Bean
    FindOrders findOrders(Ordercore core) {
        return core.orders().findOrders();
    }

    @Bean
    AdoptGoods adoptGoods(Ordercore core) {
        return core.listings().adoptGoods();
    }

    @Bean
    ManageStock manageStock(Ordercore core) {
        return core.stock().manageStock();
    }
}
