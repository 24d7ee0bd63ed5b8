package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.CNY;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.purchase;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.payment.PaymentAnswer;
import io.ordercore.domain.payment.PaymentDecision;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.TransactionId;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link io.ordercore.application.payment.Payments} promises. */
public abstract class PaymentsContract extends StoreContract {
    @Test
    void what_was_saved_is_found_again_in_full() {
        PaymentIntent started = started(1);
        PaymentIntent asked = started.answered(
                transaction(1),
                new PaymentAnswer.ActionRequired("auth-7", URI.create("https://bank.example/confirm?id=7")),
                TUESDAY_MORNING.plusSeconds(1));
        store.payments().save(started, 0);
        store.payments().save(asked, started.version());

        assertThat(store.payments().find(purchase(1))).contains(asked);
        assertThat(store.payments().find(purchase(2))).isEmpty();
    }

    @Test
    void refunds_and_references_are_kept() {
        PaymentIntent authorized = started(1)
                .answered(transaction(1), new PaymentAnswer.Approved("auth-1"), TUESDAY_MORNING.plusSeconds(1));
        PaymentIntent captured = authorized
                .capture(
                        transaction(2),
                        authorized.transaction(transaction(1)).orElseThrow(),
                        TUESDAY_MORNING.plusSeconds(2))
                .answered(transaction(2), new PaymentAnswer.Approved("capture-1"), TUESDAY_MORNING.plusSeconds(3));
        PaymentIntent refunding =
                changed(captured.refund(() -> transaction(3), order(1), yuan("10.01"), TUESDAY_MORNING.plusSeconds(4)));
        store.payments().save(refunding, 0);

        assertThat(store.payments().find(purchase(1))).contains(refunding);
    }

    @Test
    void a_stale_save_is_refused() {
        PaymentIntent started = started(1);
        store.payments().save(started, 0);
        PaymentIntent declined =
                started.answered(transaction(1), new PaymentAnswer.Declined("51"), TUESDAY_MORNING.plusSeconds(1));

        assertThatThrownBy(() -> store.payments().save(started, 0)).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> store.payments().save(declined, declined.version()))
                .isInstanceOf(StaleVersionException.class);
        assertThat(store.payments().find(purchase(1))).contains(started);
    }

    @Test
    void the_longest_waiting_is_inquired_first_and_what_is_settled_is_not() {
        PaymentIntent unknown = started(1)
                .answered(transaction(1), new PaymentAnswer.OutcomeUnknown("timeout"), TUESDAY_MORNING.plusSeconds(9));
        PaymentIntent longer = started(2)
                .answered(transaction(2), new PaymentAnswer.OutcomeUnknown("timeout"), TUESDAY_MORNING.plusSeconds(5));
        PaymentIntent settled =
                started(3).answered(transaction(3), new PaymentAnswer.Declined("51"), TUESDAY_MORNING.plusSeconds(1));
        store.payments().save(unknown, 0);
        store.payments().save(longer, 0);
        store.payments().save(settled, 0);

        assertThat(store.payments().toInquire(TUESDAY_MORNING.plusSeconds(60), 9))
                .containsExactly(purchase(2), purchase(1));
        assertThat(store.payments().toInquire(TUESDAY_MORNING.plusSeconds(60), 1))
                .containsExactly(purchase(2));
        assertThat(store.payments().toInquire(TUESDAY_MORNING.plusSeconds(5), 9))
                .isEmpty();
    }

    private static PaymentIntent started(long n) {
        return changed(PaymentIntent.of(purchase(n), CNY)
                .authorize(transaction(n), "tok_ok", Map.of(order(n), yuan("198.00")), TUESDAY_MORNING));
    }

    private static TransactionId transaction(long n) {
        return new TransactionId(new UUID(0, n));
    }

    private static PaymentIntent changed(PaymentDecision decision) {
        return decision.decide(new PaymentDecision.Cases<>() {
            @Override
            public PaymentIntent changed(PaymentDecision.Changed it) {
                return it.intent();
            }

            @Override
            public PaymentIntent refused(PaymentDecision.Refused it) {
                throw new AssertionError("refused: " + it.reasons());
            }
        });
    }
}
