package io.ordercore.adapters.persistence.memory;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.order.CancelOrder;
import io.ordercore.application.payment.FailureModes;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.application.payment.PaymentCheck.Opinion;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.application.testkit.Marketplace;
import io.ordercore.application.testkit.MovableClock;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.payment.PaymentAnswer;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.PaymentIntentStatus;
import io.ordercore.domain.payment.PaymentTransaction;
import io.ordercore.domain.payment.PaymentTransaction.Kind;
import io.ordercore.domain.payment.TransactionStatus;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PaymentCheckTest {
    private static final Set<Kind> EVERYTHING = EnumSet.complementOf(EnumSet.of(Kind.DISPUTE));
    private static final FailureModes CLOSED = FailureModes.failOpen(Set.of());

    private final MemoryStore store = new MemoryStore();
    private final SimulatedPaymentGateway bank = new SimulatedPaymentGateway(URI.create("https://bank.example/"));
    private final MovableClock clock = new MovableClock(TUESDAY_MORNING);
    private final Map<Kind, Opinion> opinions = new EnumMap<>(Kind.class);
    private FailureModes modes = CLOSED;
    private int keys;

    @BeforeEach
    void a_kettle_is_ordered() {
        new Marketplace(store).sells("kettle", "99.00", 10).place(1, line("kettle", 1, "99.00"));
    }

    @Test
    void while_the_check_is_silent_what_takes_money_stops_and_what_gives_it_goes_on() {
        assertThat(EVERYTHING).filteredOn(FailureModes.STANDARD::isOpen).containsExactly(Kind.VOID, Kind.REFUND);
    }

    @Test
    void a_dispute_cannot_be_stopped() {
        assertThatThrownBy(() -> FailureModes.failOpen(Set.of(Kind.DISPUTE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_authorisation_that_cannot_be_checked_is_declined_unasked_and_may_be_tried_again() {
        opinions.put(Kind.AUTHORIZE, Opinion.UNAVAILABLE);
        pay();

        assertThat(last(Kind.AUTHORIZE).code()).isEqualTo("check-unavailable");
        assertThat(wasAsked(Kind.AUTHORIZE)).isFalse();
        opinions.clear();
        pay();
        assertThat(payment().status()).isEqualTo(PaymentIntentStatus.CAPTURED);
    }

    @Test
    void a_capture_that_cannot_be_checked_waits_until_it_can() {
        opinions.put(Kind.CAPTURE, Opinion.UNAVAILABLE);
        pay();
        settleAfter(Duration.ofHours(1));

        assertThat(wasAsked(Kind.CAPTURE)).isFalse();
        assertThat(status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        opinions.clear();
        settleAfter(Duration.ofHours(1));
        assertThat(last(Kind.CAPTURE).status()).isEqualTo(TransactionStatus.SUCCESS);
        assertThat(status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void a_refund_that_cannot_be_checked_waits_until_it_can() {
        pay();
        opinions.put(Kind.REFUND, Opinion.UNAVAILABLE);
        cancel();
        settleAfter(Duration.ofHours(1));

        assertThat(wasAsked(Kind.REFUND)).isFalse();
        opinions.clear();
        settleAfter(Duration.ofHours(1));
        assertThat(last(Kind.REFUND).status()).isEqualTo(TransactionStatus.SUCCESS);
    }

    @Test
    void giving_up_an_authorisation_that_cannot_be_checked_waits_until_it_can() {
        opinions.put(Kind.CAPTURE, Opinion.REFUSED);
        opinions.put(Kind.VOID, Opinion.UNAVAILABLE);
        pay();

        assertThat(wasAsked(Kind.VOID)).isFalse();
        opinions.clear();
        settleAfter(Duration.ofHours(1));
        assertThat(payment().status()).isEqualTo(PaymentIntentStatus.VOIDED);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "DISPUTE")
    void what_is_fail_open_goes_on_unchecked(Kind kind) {
        EVERYTHING.forEach(it -> opinions.put(it, it == kind ? Opinion.UNAVAILABLE : Opinion.GO_AHEAD));
        if (kind == Kind.VOID) {
            opinions.put(Kind.CAPTURE, Opinion.REFUSED);
        }
        modes = FailureModes.failOpen(Set.of(kind));
        pay();
        if (kind == Kind.REFUND) {
            cancel();
            settleAfter(Duration.ZERO);
        }

        assertThat(last(kind).status()).isEqualTo(TransactionStatus.SUCCESS);
        assertThat(wasAsked(kind)).isTrue();
    }

    @Test
    void an_authorisation_whose_capture_is_refused_is_given_up_and_the_buyer_may_pay_otherwise() {
        opinions.put(Kind.CAPTURE, Opinion.REFUSED);
        pay();

        assertThat(last(Kind.CAPTURE).code()).isEqualTo("refused-by-check");
        assertThat(payment().status()).isEqualTo(PaymentIntentStatus.VOIDED);
        opinions.clear();
        pay();
        assertThat(status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void a_refused_refund_is_no_longer_promised() {
        pay();
        opinions.put(Kind.REFUND, Opinion.REFUSED);
        cancel();
        settleAfter(Duration.ZERO);

        assertThat(last(Kind.REFUND).status()).isEqualTo(TransactionStatus.DECLINED);
        assertThat(payment().refundsPromised().isZero()).isTrue();
    }

    @Test
    void a_check_that_fails_is_silent() {
        Ordercore core = Ordercore.on(store)
                .payments(bank)
                .paymentCheck(
                        operation -> {
                            throw new IllegalStateException("on purpose");
                        },
                        FailureModes.STANDARD)
                .clock(clock)
                .build();
        core.payments().payPurchase().pay(command());

        assertThat(last(Kind.AUTHORIZE).code()).isEqualTo("check-unavailable");
    }

    private void pay() {
        core().payments().payPurchase().pay(command());
    }

    private PayPurchase.Command command() {
        keys++;
        return new PayPurchase.Command(
                purchase(1), "tok_ok", new CommandKey("li", "pay-" + keys), "pay-" + keys, LI_HERSELF);
    }

    private void cancel() {
        core().orders()
                .cancelOrder()
                .cancel(new CancelOrder.Command(order(1), Map.of(), null, LI_HERSELF.because("changed-mind")));
    }

    private void settleAfter(Duration pause) {
        clock.forward(pause);
        core().payments().settlePayments().reconcile(9);
    }

    private Ordercore core() {
        return Ordercore.on(store)
                .payments(bank)
                .paymentCheck(operation -> opinions.getOrDefault(operation.kind(), Opinion.GO_AHEAD), modes)
                .clock(clock)
                .build();
    }

    private PaymentIntent payment() {
        return store.payments().find(purchase(1)).orElseThrow();
    }

    private OrderStatus status() {
        return store.orders().find(order(1)).orElseThrow().status();
    }

    private PaymentTransaction last(Kind kind) {
        return payment().transactions().stream()
                .filter(it -> it.kind() == kind)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** The bank knows what it was asked for. */
    private boolean wasAsked(Kind kind) {
        return !bank.inquire(last(kind).id()).equals(new PaymentAnswer.NotFound());
    }
}
