package io.ordercore.domain.payment;

import static io.ordercore.domain.testkit.Fixtures.CNY;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.purchase;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaymentIntentTest {
    private static final TransactionId FIRST = id(1);
    private static final PaymentAnswer APPROVED = new PaymentAnswer.Approved("ref");

    @Test
    void an_authorisation_is_captured_and_can_then_be_refunded_up_to_what_was_taken() {
        PaymentIntent captured = captured();
        assertThat(captured.status()).isEqualTo(PaymentIntentStatus.CAPTURED);
        assertThat(captured.captured()).isEqualTo(yuan("100.00"));

        PaymentIntent once = changed(captured.refund(() -> id(3), order(1), yuan("60.00"), TUESDAY_MORNING));
        assertThat(once.refund(() -> id(4), order(1), yuan("60.00"), TUESDAY_MORNING))
                .isEqualTo(new PaymentDecision.Refused(Set.of(PaymentRefusal.ABOVE_CAPTURED)));
        PaymentIntent failed = once.answered(id(3), new PaymentAnswer.Declined("closed"), TUESDAY_MORNING);
        assertThat(failed.refund(() -> id(4), order(1), yuan("60.00"), TUESDAY_MORNING))
                .isInstanceOf(PaymentDecision.Changed.class);
    }

    @Test
    void a_dispute_counts_as_given_back_until_it_is_won() {
        PaymentIntent disputed = changed(captured().dispute(id(8), id(2), "dp-1", yuan("60.00"), TUESDAY_MORNING));
        assertThat(disputed.inquireAt())
                .as("the provider tells, it is not asked")
                .isEmpty();
        assertThat(disputed.refund(() -> id(4), order(1), yuan("60.00"), TUESDAY_MORNING))
                .isEqualTo(new PaymentDecision.Refused(Set.of(PaymentRefusal.ABOVE_CAPTURED)));
        assertThat(disputed.dispute(id(9), id(2), "dp-2", yuan("60.00"), TUESDAY_MORNING))
                .isEqualTo(new PaymentDecision.Refused(Set.of(PaymentRefusal.ABOVE_CAPTURED)));

        PaymentIntent won = disputed.disputeDecided(id(8), true, TUESDAY_MORNING);
        assertThat(won.givenBack()).isEqualTo(yuan("0.00"));
        assertThat(won.disputeDecided(id(8), false, TUESDAY_MORNING))
                .as("too late")
                .isSameAs(won);

        PaymentIntent lost = disputed.disputeDecided(id(8), false, TUESDAY_MORNING);
        assertThat(lost.givenBack()).isEqualTo(yuan("60.00"));
        assertThat(lost.refund(() -> id(4), order(1), yuan("40.00"), TUESDAY_MORNING))
                .isInstanceOf(PaymentDecision.Changed.class);
    }

    @Test
    void a_dispute_heard_twice_is_one_and_one_about_no_capture_is_none() {
        PaymentIntent disputed = changed(captured().dispute(id(8), id(2), "dp-1", yuan("60.00"), TUESDAY_MORNING));

        assertThat(disputed.dispute(id(8), id(2), "dp-1", yuan("60.00"), TUESDAY_MORNING))
                .isEqualTo(new PaymentDecision.Changed(disputed));
        assertThat(captured().dispute(id(8), FIRST, "dp-1", yuan("1.00"), TUESDAY_MORNING))
                .isEqualTo(new PaymentDecision.Refused(Set.of(PaymentRefusal.ABOVE_CAPTURED)));
    }

    @Test
    void more_is_taken_only_of_a_purchase_that_was_paid_and_one_at_a_time() {
        assertThat(authorizing().topUp(id(5), "tok", order(1), yuan("7.00"), TUESDAY_MORNING))
                .isEqualTo(new PaymentDecision.Refused(Set.of(PaymentRefusal.NOTHING_DUE)));
        PaymentIntent captured = captured();
        assertThat(captured.isUnderWay()).isFalse();
        assertThat(captured.topUp(id(5), "tok", order(1), yuan("0.00"), TUESDAY_MORNING))
                .isEqualTo(new PaymentDecision.Refused(Set.of(PaymentRefusal.NOTHING_DUE)));

        PaymentIntent more = changed(captured.topUp(id(5), "tok", order(1), yuan("7.00"), TUESDAY_MORNING));
        assertThat(more.isUnderWay()).isTrue();
        assertThat(more.shares()).isEqualTo(Map.of(order(1), yuan("7.00")));
        assertThat(more.version()).isEqualTo(captured.version() + 1);
        assertThat(more.toAsk())
                .hasValueSatisfying(next -> assertThat(next.id()).isEqualTo(id(5)));
        assertThat(more.topUp(id(6), "tok", order(1), yuan("7.00"), TUESDAY_MORNING))
                .isEqualTo(new PaymentDecision.Refused(Set.of(PaymentRefusal.PAYMENT_IN_PROGRESS)));
        PaymentIntent gone = more.answered(id(5), new PaymentAnswer.NotFound(), TUESDAY_MORNING);
        assertThat(gone.transaction(id(5)).orElseThrow().status()).isEqualTo(TransactionStatus.ERROR);
        assertThat(gone.version()).isEqualTo(more.version() + 1);
        assertThat(gone.captured()).isEqualTo(yuan("100.00"));
        assertThat(gone).hasToString("PaymentIntent[" + gone.purchase() + " CAPTURED]");
    }

    @Test
    void what_builds_on_nothing_has_no_reference() {
        PaymentIntent authorizing = authorizing();
        assertThatThrownBy(() ->
                        authorizing.referenceBehind(authorizing.transactions().get(0)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(TransactionId.parse(FIRST.toString())).isEqualTo(FIRST);
    }

    @Test
    void what_is_given_up_is_never_taken() {
        PaymentIntent authorized = authorizing().answered(FIRST, APPROVED, TUESDAY_MORNING);
        PaymentIntent givingUp =
                authorized.giveUp(id(2), authorized.transactions().get(0), TUESDAY_MORNING);
        assertThat(givingUp.status()).isEqualTo(PaymentIntentStatus.AUTHORIZED);
        assertThat(givingUp.referenceBehind(givingUp.transactions().get(1))).isEqualTo("ref");

        PaymentIntent voided = givingUp.answered(id(2), APPROVED, TUESDAY_MORNING);
        assertThat(voided.status()).isEqualTo(PaymentIntentStatus.VOIDED);
        assertThat(voided.captured()).isEqualTo(yuan("0.00"));
    }

    @Test
    void a_second_try_waits_until_the_first_one_is_known_to_have_failed() {
        PaymentIntent trying = authorizing();
        assertThat(trying.status()).isEqualTo(PaymentIntentStatus.PROCESSING);
        assertThat(again(trying)).isEqualTo(new PaymentDecision.Refused(Set.of(PaymentRefusal.PAYMENT_IN_PROGRESS)));

        PaymentIntent lost = trying.answered(FIRST, new PaymentAnswer.OutcomeUnknown("timeout"), TUESDAY_MORNING);
        assertThat(again(lost)).isEqualTo(new PaymentDecision.Refused(Set.of(PaymentRefusal.PAYMENT_IN_PROGRESS)));

        PaymentIntent declined = lost.answered(FIRST, new PaymentAnswer.Declined("no"), TUESDAY_MORNING);
        assertThat(declined.status()).isEqualTo(PaymentIntentStatus.REQUIRES_METHOD);
        assertThat(again(declined)).isInstanceOf(PaymentDecision.Changed.class);
    }

    @Test
    void a_settled_transaction_never_changes_again() {
        PaymentIntent declined = authorizing().answered(FIRST, new PaymentAnswer.Declined("no"), TUESDAY_MORNING);

        assertThat(declined.answered(FIRST, APPROVED, TUESDAY_MORNING)).isSameAs(declined);
    }

    @Test
    void the_token_is_kept_only_while_it_may_be_needed() {
        assertThat(authorizing().token()).isEqualTo("tok_ok");
        assertThat(authorizing().answered(FIRST, APPROVED, TUESDAY_MORNING).token())
                .isNull();
        assertThat(authorizing().toString()).doesNotContain("tok_ok");
    }

    @Test
    void a_transaction_without_an_answer_is_inquired_at_growing_distances() {
        PaymentIntent unknown =
                authorizing().answered(FIRST, new PaymentAnswer.OutcomeUnknown("timeout"), TUESDAY_MORNING);
        assertThat(unknown.inquireAt()).contains(TUESDAY_MORNING.plusSeconds(2));
        assertThat(unknown.toInquire(TUESDAY_MORNING.plusSeconds(1))).isEmpty();
        assertThat(unknown.toInquire(TUESDAY_MORNING.plusSeconds(2))).hasSize(1);

        PaymentIntent still =
                unknown.answered(FIRST, new PaymentAnswer.OutcomeUnknown("timeout"), TUESDAY_MORNING.plusSeconds(2));
        assertThat(still.inquireAt()).contains(TUESDAY_MORNING.plusSeconds(6));
    }

    @Test
    void what_the_buyer_is_just_paying_is_left_alone_for_a_minute_and_a_refund_is_asked_for_at_once() {
        assertThat(authorizing().inquireAt()).contains(TUESDAY_MORNING.plus(Duration.ofMinutes(1)));
        assertThat(changed(captured().refund(() -> id(3), order(1), yuan("1.00"), TUESDAY_MORNING))
                        .inquireAt())
                .contains(TUESDAY_MORNING);
        assertThat(captured().inquireAt()).isEmpty();
    }

    @Test
    void the_buyer_is_sent_to_the_bank_when_it_wants_to_see_them() {
        PaymentIntent challenged = authorizing()
                .answered(
                        FIRST,
                        new PaymentAnswer.ActionRequired("ref", URI.create("https://bank.example/1")),
                        TUESDAY_MORNING);

        assertThat(challenged.status()).isEqualTo(PaymentIntentStatus.REQUIRES_ACTION);
        assertThat(challenged.answered(FIRST, APPROVED, TUESDAY_MORNING).status())
                .isEqualTo(PaymentIntentStatus.AUTHORIZED);
    }

    @Test
    void nothing_due_is_not_paid() {
        assertThat(PaymentIntent.of(purchase(1), CNY).authorize(FIRST, "tok_ok", Map.of(), TUESDAY_MORNING))
                .isEqualTo(new PaymentDecision.Refused(Set.of(PaymentRefusal.NOTHING_DUE)));
        assertThat(again(captured())).isEqualTo(new PaymentDecision.Refused(Set.of(PaymentRefusal.NOTHING_DUE)));
    }

    private static PaymentIntent authorizing() {
        return changed(PaymentIntent.of(purchase(1), CNY)
                .authorize(FIRST, "tok_ok", Map.of(order(1), yuan("100.00")), TUESDAY_MORNING));
    }

    private static PaymentIntent captured() {
        PaymentIntent authorized = authorizing().answered(FIRST, APPROVED, TUESDAY_MORNING);
        return authorized
                .capture(id(2), authorized.transaction(FIRST).orElseThrow(), TUESDAY_MORNING)
                .answered(id(2), APPROVED, TUESDAY_MORNING);
    }

    private static PaymentDecision again(PaymentIntent intent) {
        return intent.authorize(id(9), "tok_ok", Map.of(order(1), yuan("100.00")), TUESDAY_MORNING);
    }

    @Test
    void while_a_void_is_open_or_failed_the_money_is_still_set_aside_and_then_it_may_be_tried_again() {
        PaymentIntent authorized = authorizing().answered(FIRST, APPROVED, TUESDAY_MORNING);
        PaymentIntent givingUp =
                authorized.giveUp(id(2), authorized.transactions().get(0), TUESDAY_MORNING);

        PaymentIntent failed = givingUp.answered(id(2), new PaymentAnswer.Declined("late"), TUESDAY_MORNING);
        assertThat(failed.status()).isEqualTo(PaymentIntentStatus.AUTHORIZED);
        assertThat(again(failed)).isEqualTo(new PaymentDecision.Refused(Set.of(PaymentRefusal.PAYMENT_IN_PROGRESS)));

        PaymentIntent voided = givingUp.answered(id(2), APPROVED, TUESDAY_MORNING);
        PaymentIntent retried = changed(again(voided));
        assertThat(retried.status()).isEqualTo(PaymentIntentStatus.PROCESSING);
        assertThat(retried.version()).isEqualTo(voided.version() + 1);
    }

    @Test
    void what_costs_nothing_is_not_paid_and_what_nobody_tried_needs_a_method() {
        assertThat(PaymentIntent.of(purchase(1), CNY).status()).isEqualTo(PaymentIntentStatus.REQUIRES_METHOD);
        assertThat(PaymentIntent.of(purchase(1), CNY)
                        .authorize(FIRST, "tok_ok", Map.of(order(1), yuan("0.00")), TUESDAY_MORNING))
                .isEqualTo(new PaymentDecision.Refused(Set.of(PaymentRefusal.NOTHING_DUE)));
    }

    @Test
    void a_capture_without_an_answer_is_being_processed_and_one_that_failed_needs_another_method() {
        PaymentIntent authorized = authorizing().answered(FIRST, APPROVED, TUESDAY_MORNING);
        PaymentIntent capturing =
                authorized.capture(id(2), authorized.transactions().get(0), TUESDAY_MORNING);

        assertThat(capturing.status()).isEqualTo(PaymentIntentStatus.PROCESSING);
        assertThat(capturing.isUnderWay()).isTrue();
        assertThat(capturing.version()).isEqualTo(authorized.version() + 1);
        assertThat(capturing
                        .answered(id(2), new PaymentAnswer.Declined("stolen"), TUESDAY_MORNING)
                        .status())
                .isEqualTo(PaymentIntentStatus.REQUIRES_METHOD);
    }

    @Test
    void what_is_held_is_what_was_captured_but_for_refunds_and_disputes() {
        PaymentIntent refunding = changed(captured().refund(() -> id(3), order(1), yuan("25.00"), TUESDAY_MORNING));
        PaymentIntent disputed = changed(refunding.dispute(id(4), id(2), "dp-1", yuan("75.00"), TUESDAY_MORNING));

        assertThat(captured().held()).isEqualTo(yuan("100.00"));
        assertThat(refunding.held()).isEqualTo(yuan("75.00"));
        assertThat(disputed.held()).isEqualTo(yuan("0.00"));
        assertThat(disputed.refundsPromised()).as("a dispute is no refund").isEqualTo(yuan("25.00"));
        assertThat(disputed.givenBack()).isEqualTo(yuan("100.00"));
        assertThat(disputed.open())
                .extracting(PaymentTransaction::id)
                .as("a dispute is never asked about")
                .containsExactly(id(3));
        assertThat(disputed.isUnderWay()).isFalse();
        assertThat(disputed.version()).isEqualTo(captured().version() + 2);
        assertThat(refunding.dispute(id(4), id(2), "dp-1", yuan("75.01"), TUESDAY_MORNING))
                .isEqualTo(new PaymentDecision.Refused(Set.of(PaymentRefusal.ABOVE_CAPTURED)));
    }

    @Test
    void a_refund_takes_the_earliest_capture_first_and_of_each_no_more_than_is_left() {
        PaymentIntent more = changed(captured().topUp(id(10), "tok", order(1), yuan("7.00"), TUESDAY_MORNING))
                .answered(id(10), APPROVED, TUESDAY_MORNING);
        PaymentIntent both = more.capture(id(11), more.transaction(id(10)).orElseThrow(), TUESDAY_MORNING)
                .answered(id(11), APPROVED, TUESDAY_MORNING);
        Iterator<TransactionId> ids = List.of(id(20), id(21), id(22)).iterator();

        PaymentIntent once = changed(both.refund(ids::next, order(1), yuan("60.00"), TUESDAY_MORNING));
        PaymentIntent twice = changed(once.refund(ids::next, order(1), yuan("47.00"), TUESDAY_MORNING));

        assertThat(twice.transactions())
                .filteredOn(it -> it.kind() == PaymentTransaction.Kind.REFUND)
                .extracting(PaymentTransaction::id, PaymentTransaction::amount, PaymentTransaction::follows)
                .containsExactly(
                        tuple(id(20), yuan("60.00"), id(2)),
                        tuple(id(21), yuan("40.00"), id(2)),
                        tuple(id(22), yuan("7.00"), id(11)));
        assertThat(twice.held()).isEqualTo(yuan("0.00"));
        assertThat(twice.refund(() -> id(23), order(1), yuan("0.01"), TUESDAY_MORNING))
                .isEqualTo(new PaymentDecision.Refused(Set.of(PaymentRefusal.ABOVE_CAPTURED)));
    }

    @Test
    void inquiries_grow_to_about_an_hour_apart() {
        PaymentIntent asked = authorizing();
        for (int i = 0; i < 14; i++) {
            asked = asked.answered(FIRST, new PaymentAnswer.OutcomeUnknown("timeout"), TUESDAY_MORNING);
        }
        assertThat(asked.inquireAt()).contains(TUESDAY_MORNING.plusSeconds(4_096));
    }

    @Test
    void an_answer_about_another_transaction_changes_nothing() {
        PaymentIntent trying = authorizing();
        assertThat(trying.answered(id(99), APPROVED, TUESDAY_MORNING)).isSameAs(trying);
        assertThat(trying.disputeDecided(FIRST, true, TUESDAY_MORNING)).isSameAs(trying);
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

    private static TransactionId id(long n) {
        return new TransactionId(new UUID(0, n));
    }
}
