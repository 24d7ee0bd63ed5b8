package io.ordercore.adapters.rest;

import static io.ordercore.domain.testkit.Fixtures.CNY;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.anOrder;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.payment.PayPurchase;
import io.ordercore.domain.payment.PaymentAnswer;
import io.ordercore.domain.payment.PaymentDecision;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.PaymentRefusal;
import io.ordercore.domain.payment.TransactionId;
import io.ordercore.domain.testkit.Fixtures;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PaymentsTest extends ServedTest {
    private static final String PATH = "/purchases/" + Fixtures.purchase(1) + "/payments";
    private static final String TOKEN = "{\"token\":\"tok_ok\"}";
    private static final TransactionId AUTHORIZATION = new TransactionId(new UUID(1, 1));
    private static final TransactionId CAPTURE = new TransactionId(new UUID(1, 2));

    @BeforeEach
    void an_unpaid_order() {
        server.shop.has(anOrder().build());
    }

    private static PaymentIntent tried(PaymentAnswer answer) {
        PaymentDecision started = PaymentIntent.of(Fixtures.purchase(1), CNY)
                .authorize(AUTHORIZATION, "tok", Map.of(order(1), yuan("198.00")), TUESDAY_MORNING);
        return started.decide(new PaymentDecision.Cases<PaymentIntent>() {
                    @Override
                    public PaymentIntent changed(PaymentDecision.Changed it) {
                        return it.intent();
                    }

                    @Override
                    public PaymentIntent refused(PaymentDecision.Refused it) {
                        throw new AssertionError(it.reasons());
                    }
                })
                .answered(AUTHORIZATION, answer, TUESDAY_MORNING);
    }

    private static PaymentIntent captured() {
        PaymentIntent approved = tried(new PaymentAnswer.Approved("ref"));
        return approved.capture(CAPTURE, approved.transaction(AUTHORIZATION).orElseThrow(), TUESDAY_MORNING)
                .answered(CAPTURE, new PaymentAnswer.Approved("ref"), TUESDAY_MORNING);
    }

    private Server.Reply pay(PayPurchase.Outcome outcome) {
        server.shop.payment = outcome;
        return post(PATH, LI, TOKEN);
    }

    @Test
    void paid_is_created() {
        Server.Reply paid = pay(new PayPurchase.Tried(captured(), AUTHORIZATION, false));

        assertThat(paid.status()).isEqualTo(201);
        assertThat(paid.at("/id")).isEqualTo(AUTHORIZATION.toString());
        assertThat(paid.at("/purchase")).isEqualTo(Fixtures.purchase(1).toString());
        assertThat(paid.at("/status")).isEqualTo("CAPTURED");
        assertThat(paid.at("/amount/amount")).isEqualTo("198.00");
        assertThat(pay(new PayPurchase.Tried(captured(), AUTHORIZATION, true)).header("Idempotency-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void what_is_not_known_yet_or_waits_for_the_buyer_is_accepted() {
        Server.Reply unknown =
                pay(new PayPurchase.Tried(tried(new PaymentAnswer.OutcomeUnknown("timeout")), AUTHORIZATION, false));
        Server.Reply waiting = pay(new PayPurchase.Tried(
                tried(new PaymentAnswer.ActionRequired("ref", URI.create("https://bank.example/confirm"))),
                AUTHORIZATION,
                false));

        assertThat(unknown.status()).isEqualTo(202);
        assertThat(unknown.at("/status")).isEqualTo("PROCESSING");
        assertThat(waiting.status()).isEqualTo(202);
        assertThat(waiting.at("/status")).isEqualTo("REQUIRES_ACTION");
        assertThat(waiting.at("/action")).isEqualTo("https://bank.example/confirm");
    }

    @Test
    void declined_is_payment_required() {
        Server.Reply declined =
                pay(new PayPurchase.Tried(tried(new PaymentAnswer.Declined("no-funds")), AUTHORIZATION, false));

        assertThat(declined.status()).isEqualTo(402);
        assertThat(declined.code()).isEqualTo("payment-declined");
        assertThat(declined.at("/errors/0/provider")).isEqualTo("no-funds");
    }

    @Test
    void the_other_outcomes_are_problems() {
        Server.Reply refused = pay(new PayPurchase.Refused(Set.of(PaymentRefusal.NOTHING_DUE)));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("payment-refused");
        assertThat(refused.at("/errors/0/code")).isEqualTo("nothing-due");
        assertThat(pay(new PayPurchase.OtherCommand()).status()).isEqualTo(422);
        assertThat(pay(new PayPurchase.InProgress()).header("Retry-After")).isEqualTo("1");
    }

    @Test
    void a_card_number_is_never_taken_and_a_foreign_purchase_is_not_there() {
        Server.Reply card = post(PATH, LI, "{\"token\":\"4242 4242 4242 4242\"}");

        assertThat(card.status()).isEqualTo(422);
        assertThat(card.at("/errors/0/code")).isEqualTo("card-number-refused");
        assertThat(card.response().body()).doesNotContain("4242");
        assertThat(post(PATH, WANG, TOKEN).status()).isEqualTo(404);
        assertThat(post(PATH, TEA_HOUSE, TOKEN).status()).isEqualTo(403);
    }
}
