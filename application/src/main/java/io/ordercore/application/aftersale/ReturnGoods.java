package io.ordercore.application.aftersale;

import io.ordercore.domain.aftersale.Acceptance;
import io.ordercore.domain.aftersale.Reason;
import io.ordercore.domain.aftersale.Reception;
import io.ordercore.domain.aftersale.Return;
import io.ordercore.domain.aftersale.ReturnId;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.Actor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goods that come back. Each step throws {@link UnknownAfterSaleException} if there is no such return, and {@link
 * io.ordercore.application.StaleVersionException} if it or its order changes meanwhile.
 */
public interface ReturnGoods {
    /** Asks to send goods back, by the policy's rules for the reason. */
    AfterSaleOutcome<Return> request(Command command);

    AfterSaleOutcome<Return> approve(ReturnId id, Actor actor);

    AfterSaleOutcome<Return> decline(ReturnId id, Actor actor);

    /** The buyer keeps the goods after all; possible until they are sent. */
    AfterSaleOutcome<Return> cancel(ReturnId id, Actor actor);

    /** The buyer sent the goods. */
    AfterSaleOutcome<Return> sent(ReturnId id, String trackingNumber, Actor actor);

    /**
     * The warehouse opened the parcel.
     *
     * @param exceptions what is not simply there, by the unit's number
     */
    AfterSaleOutcome<Return> received(ReturnId id, Map<Integer, Reception> exceptions, Actor actor);

    /**
     * The warehouse looked at the goods: what is accepted is paid back, or other goods are sent.
     *
     * @param findings what is not simply accepted, by the unit's number
     */
    AfterSaleOutcome<Return> inspected(ReturnId id, Map<Integer, Acceptance> findings, Actor actor);

    /** Ends at most {@code limit} that nobody sent in time; answers how many. */
    int expire(int limit);

    /**
     * What is asked.
     *
     * @param lines line number to count
     * @param exchangeFor what is wanted instead of each unit; null for money
     */
    record Command(
            OrderId order,
            Reason reason,
            Map<Integer, Integer> lines,
            @Nullable Sku exchangeFor,
            Actor actor) {
        public Command {
            lines = Map.copyOf(lines);
        }
    }
}
