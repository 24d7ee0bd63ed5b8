package com.shop;

import io.ordercore.application.order.CancelOrder;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Role;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An order is cancelled and its points are taken back: both, or neither. */
@Service
public class Regrets {
    private final CancelOrder cancelOrder;
    private final JdbcClient jdbc;

    Regrets(CancelOrder cancelOrder, JdbcClient jdbc) {
        this.cancelOrder = cancelOrder;
        this.jdbc = jdbc;
    }

    @Transactional
    public OrderDecision cancel(String buyer, OrderId order, long points) {
        OrderDecision decision =
                cancelOrder.cancel(new CancelOrder.Command(order, Map.of(), null, Actor.of(buyer, Role.BUYER)));
        int taken = jdbc.sql("update loyalty_points set points = points - ? where buyer = ? and points >= ?")
                .params(points, buyer, points)
                .update();
        if (taken == 0) {
            throw new IllegalStateException("the points are spent already");
        }
        return decision;
    }
}
