package io.ordercore.application.testkit;

import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.ShipmentOrder;
import io.ordercore.application.logistics.ShipmentOrder.ParcelToSend;
import io.ordercore.domain.logistics.tracking.TrackingEvent;
import io.ordercore.domain.logistics.tracking.TrackingState;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.PhoneNumber;
import io.ordercore.domain.party.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.joda.money.Money;

/** Words for outcomes, so that a failed check reads as a sentence; and a shipment to try things on. */
final class Outcomes {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    static final Duration IMPATIENCE = Duration.ofMillis(700);

    private Outcomes() {}

    static CarrierContext context() {
        return waiting(PATIENCE);
    }

    /** For what never answers. */
    static CarrierContext soon() {
        return waiting(IMPATIENCE);
    }

    /** The outcome of a write that is never answered; with more patience where the machine was too slow to send anything in time. */
    static String unanswered(HttpStub stub, Runnable script, Function<CarrierContext, CarrierResult<?>> ask) {
        Duration patience = IMPATIENCE;
        while (true) {
            script.run();
            String outcome = name(ask.apply(waiting(patience)));
            if (!stub.requests().isEmpty() || patience.compareTo(PATIENCE) > 0) {
                return outcome;
            }
            patience = patience.multipliedBy(5);
        }
    }

    private static CarrierContext waiting(Duration patience) {
        return new CarrierContext("account-1", "shop", Instant.now().plus(patience), Locale.ENGLISH, "contract");
    }

    static <T> T value(CarrierResult<T> result) {
        return result.decide(new CarrierResult.Cases<T, T>() {
            @Override
            public T ok(T value, String raw) {
                return value;
            }

            @Override
            public T rejected(CarrierResult.Rejected<?> it) {
                throw unexpected(it);
            }

            @Override
            public T retryable(CarrierResult.Retryable<?> it) {
                throw unexpected(it);
            }

            @Override
            public T outcomeUnknown(CarrierResult.OutcomeUnknown<?> it) {
                throw unexpected(it);
            }

            @Override
            public T unsupported(CarrierResult.Unsupported<?> it) {
                throw unexpected(it);
            }
        });
    }

    private static AssertionError unexpected(CarrierResult<?> result) {
        return new AssertionError("expected a value and got " + result);
    }

    /** {@code ok}, or the outcome with its code: {@code rejected AUTH}, {@code retryable TIMEOUT}, ... */
    static String name(CarrierResult<?> result) {
        return result.decide(new CarrierResult.Cases<Object, String>() {
            @Override
            public String ok(Object value, String raw) {
                return "ok";
            }

            @Override
            public String rejected(CarrierResult.Rejected<?> it) {
                return "rejected " + it.code();
            }

            @Override
            public String retryable(CarrierResult.Retryable<?> it) {
                return "retryable " + it.code();
            }

            @Override
            public String outcomeUnknown(CarrierResult.OutcomeUnknown<?> it) {
                return "outcome unknown";
            }

            @Override
            public String unsupported(CarrierResult.Unsupported<?> it) {
                return "unsupported " + it.capability();
            }
        });
    }

    /** What distinguishes one state from another, without when it was heard. */
    static String summary(TrackingState state) {
        return state.status() + " "
                + state.events().stream().map(TrackingEvent::identity).toList() + " "
                + state.incidents().stream()
                        .map(it -> it.kind() + "@" + it.openedBy().identity() + (it.isOpen() ? "" : " over"))
                        .toList()
                + " " + state.unmappedCodes();
    }

    static ShipmentOrder shipment(int weightGrams) {
        Recipient sender = new Recipient(
                "Kettle Shop",
                new PhoneNumber("13800000001"),
                new Address("CN", "Guangdong", "Shenzhen", "Nanshan", "1 Keyuan Road", "518000"));
        Recipient buyer = new Recipient(
                "Li Lei",
                new PhoneNumber("13800000002"),
                new Address("CN", "Sichuan", "Chengdu", "Shuangliu", "2 Huafu Avenue", "610200"));
        return new ShipmentOrder(
                "ship-1",
                sender,
                buyer,
                List.of(new ParcelToSend(weightGrams, 300, 200, 100, "kettle", Money.parse("CNY 99.00"))),
                "",
                null);
    }
}
