package io.ordercore.domain.order;

import static io.ordercore.domain.testkit.Fixtures.CNY;
import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.anOrder;
import static io.ordercore.domain.testkit.Fixtures.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.payment.PaymentAnswer;
import io.ordercore.domain.payment.PaymentDecision;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.PaymentTransaction;
import io.ordercore.domain.payment.TransactionId;
import io.ordercore.domain.testkit.OrderBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Random orders with discounts, delivery and prices that contain their tax, cancelled bit by bit until nothing is left. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EveryCentTest {
    private static final long SEED = Long.getLong("ordercore.seed", 20_261_123L);
    private static final Money NOTHING = Money.zero(CNY);

    private final AtomicLong ids = new AtomicLong();

    @Test
    void any_sequence_of_partial_cancellations_gives_back_exactly_what_was_paid_line_by_line() {
        Random random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            Order order = paidOrder(random);
            String where = "seed %d, round %d".formatted(SEED, round);
            Money paid = order.snapshot().captured();
            Money back = NOTHING;
            while (order.status() == OrderStatus.CONFIRMED) {
                OrderDecision.Changed change = cancelSome(order, random);
                back = back.plus(change.refundDue());
                Order next = change.order();
                assertThat(next.snapshot().refundRequested()).as(where).isEqualTo(back);
                assertThat(next.payable().plus(back)).as(where).isEqualTo(paid);
                order = next;
            }
            assertThat(back).as(where).isEqualTo(paid);
            for (OrderLine line : order.lines()) {
                assertThat(line.payableWithout(0).isZero()).as(where).isTrue();
            }
        }
    }

    @Test
    void whatever_is_refunded_lost_or_won_never_exceeds_what_was_captured() {
        Random random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            Order order = paidOrder(random);
            PaymentIntent payment = captured(order);
            TransactionId capture = payment.transactions().get(1).id();
            for (int step = 0; step < 30; step++) {
                payment = someMove(payment, order, capture, random);
                assertThat(payment.givenBack())
                        .as("seed %d, round %d, step %d", SEED, round, step)
                        .isLessThanOrEqualTo(payment.captured());
                Money lost = payment.transactions().stream()
                        .filter(it -> it.succeeded(PaymentTransaction.Kind.REFUND)
                                || it.succeeded(PaymentTransaction.Kind.DISPUTE))
                        .map(PaymentTransaction::amount)
                        .reduce(NOTHING, Money::plus);
                assertThat(lost).isLessThanOrEqualTo(payment.givenBack());
            }
        }
    }

    private static Order paidOrder(Random random) {
        OrderBuilder builder = anOrder().shippedFor("0.0" + random.nextInt(10));
        int lines = 1 + random.nextInt(4);
        for (int i = 0; i < lines; i++) {
            int quantity = 1 + random.nextInt(7);
            int cents = 1 + random.nextInt(9_999);
            int off = random.nextInt(quantity * cents + 1);
            builder.with(
                    "sku-" + i,
                    quantity,
                    Money.ofMinor(CNY, cents).getAmount().toPlainString(),
                    Money.ofMinor(CNY, off).getAmount().toPlainString());
        }
        return builder.paid().build();
    }

    private static OrderDecision.Changed cancelSome(Order order, Random random) {
        List<OrderLine> open = order.lines().stream()
                .filter(line -> line.ledger().cancellable() > 0)
                .toList();
        OrderLine line = open.get(random.nextInt(open.size()));
        int units = 1 + random.nextInt(line.ledger().cancellable());
        return order.cancel(Map.of(line.number(), units), LI_HERSELF, TUESDAY_MORNING)
                .decide(new OrderDecision.Cases<>() {
                    @Override
                    public OrderDecision.Changed changed(OrderDecision.Changed it) {
                        return it;
                    }

                    @Override
                    public OrderDecision.Changed refused(OrderDecision.Refused it) {
                        throw new AssertionError("refused: " + it.reasons());
                    }
                });
    }

    private PaymentIntent captured(Order order) {
        Money due = order.total().isZero() ? Money.of(CNY, 1) : order.total();
        PaymentIntent trying = after(
                PaymentIntent.of(purchase(1), CNY).authorize(id(), "tok_ok", Map.of(order.id(), due), TUESDAY_MORNING),
                null);
        PaymentAnswer yes = new PaymentAnswer.Approved("ref");
        PaymentIntent authorized = trying.answered(trying.transactions().get(0).id(), yes, TUESDAY_MORNING);
        PaymentIntent capturing =
                authorized.capture(id(), authorized.transactions().get(0), TUESDAY_MORNING);
        return capturing.answered(capturing.transactions().get(1).id(), yes, TUESDAY_MORNING);
    }

    private PaymentIntent someMove(PaymentIntent payment, Order order, TransactionId capture, Random random) {
        Money amount =
                Money.ofMinor(CNY, 1 + random.nextInt((int) payment.captured().getAmountMinorLong()));
        List<PaymentTransaction> all = new ArrayList<>(payment.transactions());
        PaymentTransaction any = all.get(random.nextInt(all.size()));
        return switch (random.nextInt(5)) {
            case 0 -> after(payment.refund(this::id, order.id(), amount, TUESDAY_MORNING), payment);
            case 1 -> after(payment.dispute(id(), capture, "dp", amount, TUESDAY_MORNING), payment);
            case 2 -> payment.disputeDecided(any.id(), random.nextBoolean(), TUESDAY_MORNING);
            case 3 -> payment.answered(any.id(), new PaymentAnswer.Approved("ref"), TUESDAY_MORNING);
            case 4 -> payment.answered(any.id(), new PaymentAnswer.Declined("no"), TUESDAY_MORNING);
            default -> throw new AssertionError();
        };
    }

    private static PaymentIntent after(PaymentDecision decision, @Nullable PaymentIntent otherwise) {
        return decision.decide(new PaymentDecision.Cases<>() {
            @Override
            public PaymentIntent changed(PaymentDecision.Changed it) {
                return it.intent();
            }

            @Override
            public PaymentIntent refused(PaymentDecision.Refused it) {
                if (otherwise == null) {
                    throw new AssertionError("refused: " + it.reasons());
                }
                return otherwise;
            }
        });
    }

    private TransactionId id() {
        return new TransactionId(new UUID(1, ids.incrementAndGet()));
    }
}
