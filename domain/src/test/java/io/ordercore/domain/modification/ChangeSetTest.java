package io.ordercore.domain.modification;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.OrderModification;
import io.ordercore.domain.order.OrderModification.AddedLine;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Role;
import io.ordercore.domain.stock.StockMove;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChangeSetTest {
    private static final Instant UNTIL = TUESDAY_MORNING.plus(Duration.ofMinutes(15));
    private static final Instant BEFORE = UNTIL.minusNanos(1_000);
    private static final Actor AGENT = Actor.of("anna", Role.AGENT);
    private static final Actor MERCHANT = Actor.of("tea-house", Role.MERCHANT);
    private static final Actor OPERATOR = Actor.of("olga", Role.OPERATOR);
    private static final Actor STRANGER = Actor.of("ivan", Role.INSPECTOR);

    @Test
    void a_buyer_who_agrees_at_once_has_only_to_pay_or_nothing_to_do() {
        assertThat(set(LI_HERSELF, true, quote(false, "0.00")).status()).isEqualTo(ChangeSetStatus.QUOTED);
        assertThat(set(LI_HERSELF, true, quote(false, "5.00")).status()).isEqualTo(ChangeSetStatus.AWAITING_PAYMENT);
        assertThat(set(LI_HERSELF, false, quote(false, "0.00")).status()).isEqualTo(ChangeSetStatus.AWAITING_BUYER);
    }

    @Test
    void others_need_the_buyers_consent_where_the_ruling_says_so() {
        assertThat(set(AGENT, true, quote(true, "0.00")).status()).isEqualTo(ChangeSetStatus.AWAITING_BUYER);
        assertThat(set(AGENT, false, quote(false, "0.00")).status()).isEqualTo(ChangeSetStatus.QUOTED);
        assertThat(set(Actor.system("stock"), false, quote(true, "0.00")).status())
                .isEqualTo(ChangeSetStatus.QUOTED);
    }

    @Test
    void it_knows_what_was_asked_and_when_its_quote_ends() {
        ChangeSet set = set(LI_HERSELF, true, quote(false, "0.00"));
        assertThat(set.changes()).containsExactly(RequestedChange.fewer(1, 1));
        assertThat(set.isOver(BEFORE)).isFalse();
        assertThat(set.isOver(UNTIL)).isTrue();
        assertThat(set.version()).isEqualTo(1);
        assertThat(set).hasToString("ChangeSet[" + set.id() + " QUOTED]");
    }

    @Test
    void only_the_buyer_consents_or_an_agent_with_proof() {
        ChangeSet waiting = set(LI_HERSELF, false, quote(false, "0.00"));

        assertThat(changed(waiting.consent(LI_HERSELF, null, BEFORE)).status()).isEqualTo(ChangeSetStatus.QUOTED);
        assertThat(changed(waiting.consent(AGENT, "call-17", BEFORE)).consented())
                .isTrue();
        assertThat(reason(waiting.consent(AGENT, null, BEFORE))).isEqualTo(ChangeSetRefusal.NOT_FOR_THE_BUYER_TO_SAY);
        assertThat(reason(waiting.consent(MERCHANT, "letter", BEFORE)))
                .isEqualTo(ChangeSetRefusal.NOT_FOR_THE_BUYER_TO_SAY);
        assertThat(reason(waiting.consent(LI_HERSELF, null, UNTIL))).isEqualTo(ChangeSetRefusal.QUOTE_EXPIRED);
        assertThat(reason(set(LI_HERSELF, true, quote(false, "0.00")).consent(LI_HERSELF, null, BEFORE)))
                .isEqualTo(ChangeSetRefusal.WRONG_STATUS);
    }

    @Test
    void everybody_whose_approval_is_asked_must_give_it() {
        ChangeSet waiting = set(LI_HERSELF, true, quote(false, "5.00", Approver.WAREHOUSE, Approver.SUPERVISOR));
        assertThat(waiting.status()).isEqualTo(ChangeSetStatus.AWAITING_APPROVAL);
        assertThat(waiting.missing()).containsExactly(Approver.WAREHOUSE, Approver.SUPERVISOR);

        ChangeSet half = changed(waiting.approve(WAREHOUSE, BEFORE));
        assertThat(half.status()).isEqualTo(ChangeSetStatus.AWAITING_APPROVAL);
        assertThat(half.missing()).containsExactly(Approver.SUPERVISOR);
        assertThat(half.version()).isEqualTo(2);
        assertThat(reason(half.approve(WAREHOUSE, BEFORE))).isEqualTo(ChangeSetRefusal.NOT_AN_APPROVER);
        assertThat(reason(half.approve(OPERATOR, UNTIL))).isEqualTo(ChangeSetRefusal.QUOTE_EXPIRED);
        ChangeSet both = changed(half.approve(OPERATOR, BEFORE));
        assertThat(both.status()).isEqualTo(ChangeSetStatus.AWAITING_PAYMENT);
        assertThat(both.approved()).containsExactlyInAnyOrder(Approver.WAREHOUSE, Approver.SUPERVISOR);
        assertThat(reason(both.approve(OPERATOR, BEFORE))).isEqualTo(ChangeSetRefusal.WRONG_STATUS);
    }

    @Test
    void consent_comes_before_approval() {
        ChangeSet waiting = set(LI_HERSELF, false, quote(false, "0.00", Approver.MERCHANT));
        assertThat(waiting.status()).isEqualTo(ChangeSetStatus.AWAITING_BUYER);
        assertThat(changed(waiting.consent(LI_HERSELF, null, BEFORE)).status())
                .isEqualTo(ChangeSetStatus.AWAITING_APPROVAL);
    }

    @Test
    void the_merchant_is_asked_while_its_word_or_its_warehouses_is_missing() {
        ChangeSet quoted = set(LI_HERSELF, true, quote(false, "0.00"));
        assertThat(quoted.asksMerchant()).isFalse();
        assertThat(quoted.askedSomebody()).isFalse();
        ChangeSet buyersTurn = set(LI_HERSELF, false, quote(false, "0.00", Approver.MERCHANT));
        assertThat(buyersTurn.asksMerchant()).isFalse();

        ChangeSet waiting = set(LI_HERSELF, true, quote(false, "5.00", Approver.WAREHOUSE, Approver.SUPERVISOR));
        assertThat(waiting.asksMerchant()).isTrue();
        ChangeSet half = changed(waiting.approve(WAREHOUSE, BEFORE));
        assertThat(half.status()).isEqualTo(ChangeSetStatus.AWAITING_APPROVAL);
        assertThat(half.asksMerchant()).isFalse();
        assertThat(half.askedSomebody()).isTrue();
        ChangeSet declined = changed(waiting.decline(WAREHOUSE, BEFORE));
        assertThat(declined.asksMerchant()).isFalse();
        assertThat(declined.askedSomebody()).isTrue();
    }

    @Test
    void who_has_a_say_may_decline_and_who_asked_may_take_it_back() {
        ChangeSet quoted = set(LI_HERSELF, true, quote(false, "0.00"));
        assertThat(changed(quoted.decline(LI_HERSELF, BEFORE)).status()).isEqualTo(ChangeSetStatus.CANCELLED);
        assertThat(changed(quoted.decline(AGENT, BEFORE)).status()).isEqualTo(ChangeSetStatus.CANCELLED);
        assertThat(changed(quoted.decline(OPERATOR, BEFORE)).status()).isEqualTo(ChangeSetStatus.CANCELLED);
        assertThat(reason(quoted.decline(MERCHANT, BEFORE))).isEqualTo(ChangeSetRefusal.NOT_AN_APPROVER);
        assertThat(changed(set(MERCHANT, true, quote(false, "0.00")).decline(MERCHANT, BEFORE))
                        .status())
                .isEqualTo(ChangeSetStatus.CANCELLED);

        ChangeSet buyersTurn = set(LI_HERSELF, false, quote(false, "0.00"));
        assertThat(changed(buyersTurn.decline(LI_HERSELF, BEFORE)).status()).isEqualTo(ChangeSetStatus.DECLINED);

        ChangeSet approval = set(LI_HERSELF, true, quote(false, "0.00", Approver.MERCHANT));
        assertThat(changed(approval.decline(MERCHANT, BEFORE)).status()).isEqualTo(ChangeSetStatus.DECLINED);
        assertThat(changed(approval.decline(LI_HERSELF, BEFORE)).status()).isEqualTo(ChangeSetStatus.CANCELLED);
        assertThat(reason(approval.decline(STRANGER, BEFORE))).isEqualTo(ChangeSetRefusal.NOT_AN_APPROVER);

        assertThat(reason(changed(quoted.decline(LI_HERSELF, BEFORE)).decline(LI_HERSELF, BEFORE)))
                .isEqualTo(ChangeSetRefusal.WRONG_STATUS);
    }

    @Test
    void it_ends_paid_and_applied_expired_or_overtaken() {
        ChangeSet unpaid = set(LI_HERSELF, true, quote(false, "5.00"));
        assertThat(unpaid.paid(LI_HERSELF, BEFORE).status()).isEqualTo(ChangeSetStatus.QUOTED);
        assertThat(unpaid.paid(LI_HERSELF, BEFORE).applied(LI_HERSELF, BEFORE).status())
                .isEqualTo(ChangeSetStatus.APPLIED);
        assertThat(unpaid.paid(LI_HERSELF, BEFORE).applied(LI_HERSELF, BEFORE).version())
                .isEqualTo(3);
        assertThat(unpaid.expired(LI_HERSELF, BEFORE).status()).isEqualTo(ChangeSetStatus.EXPIRED);
        Quote fresh = quote(false, "7.00");
        assertThat(unpaid.conflicted(fresh, LI_HERSELF, BEFORE).status()).isEqualTo(ChangeSetStatus.CONFLICTED);
        assertThat(unpaid.conflicted(fresh, LI_HERSELF, BEFORE).quote()).isEqualTo(fresh);
        assertThatThrownBy(() -> unpaid.applied(LI_HERSELF, BEFORE)).isInstanceOf(IllegalStateException.class);
        ChangeSet expired = unpaid.expired(LI_HERSELF, BEFORE);
        assertThatThrownBy(() -> expired.expired(LI_HERSELF, BEFORE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void its_evidence_tells_who_agreed_as_whom_and_what_shows_it() {
        ChangeSet waiting = set(AGENT, "ticket-1", quote(true, "5.00", Approver.WAREHOUSE, Approver.SUPERVISOR));
        ChangeSet consented = changed(waiting.consent(AGENT, "call-17", BEFORE));
        ChangeSet approved =
                changed(changed(consented.approve(WAREHOUSE, BEFORE)).approve(OPERATOR, BEFORE));
        ChangeSet applied = approved.paid(LI_HERSELF, BEFORE).applied(LI_HERSELF, BEFORE);

        assertThat(applied.evidence())
                .isEqualTo(Map.of(
                        "proof", "ticket-1",
                        "agreedAs", "AGENT",
                        "agreementProof", "call-17",
                        "approvedAs", "WAREHOUSE OPERATOR"));
        assertThat(applied.steps())
                .extracting(ChangeSetStep::status)
                .containsExactly(
                        ChangeSetStatus.AWAITING_BUYER,
                        ChangeSetStatus.AWAITING_APPROVAL,
                        ChangeSetStatus.AWAITING_APPROVAL,
                        ChangeSetStatus.AWAITING_PAYMENT,
                        ChangeSetStatus.QUOTED,
                        ChangeSetStatus.APPLIED);
        assertThat(applied.steps()).extracting(ChangeSetStep::at).startsWith(TUESDAY_MORNING, BEFORE);
    }

    @Test
    void a_buyer_who_asks_in_person_and_agrees_leaves_no_other_evidence() {
        assertThat(set(LI_HERSELF, true, quote(false, "0.00")).evidence()).isEmpty();
        assertThat(changed(set(LI_HERSELF, false, quote(false, "0.00")).consent(LI_HERSELF, null, BEFORE))
                        .evidence())
                .isEqualTo(Map.of("agreedAs", "BUYER"));
    }

    @Test
    void an_approver_whose_turn_is_not_yet_does_not_decline() {
        ChangeSet waiting = set(LI_HERSELF, false, quote(false, "0.00", Approver.MERCHANT));

        assertThat(reason(waiting.decline(MERCHANT, BEFORE))).isEqualTo(ChangeSetRefusal.NOT_AN_APPROVER);
    }

    @Test
    void what_it_needs_is_held_for_it() {
        assertThat(set(LI_HERSELF, true, quote(false, "0.00")).held())
                .containsExactly(
                        new StockMove(StockMove.Kind.RESERVE, new Sku("cup"), 2),
                        new StockMove(StockMove.Kind.RESERVE, new Sku("teapot"), 3));
    }

    @Test
    void terms_are_the_same_only_if_nothing_costs_or_asks_more() {
        Quote agreed = quote(false, "5.00", Approver.MERCHANT);
        assertThat(agreed.isFeasible()).isTrue();
        assertThat(agreed.sameTermsAs(agreed)).isTrue();
        assertThat(agreed.sameTermsAs(quote(false, "5.00")))
                .as("nobody more to ask")
                .isTrue();
        assertThat(quote(false, "5.00").sameTermsAs(agreed)).isFalse();
        assertThat(agreed.sameTermsAs(quote(false, "6.00"))).as("another price").isFalse();
    }

    private static ChangeSet set(Actor actor, boolean agreed, Quote quote) {
        return set(actor, null, agreed, quote);
    }

    private static ChangeSet set(Actor actor, String proof, Quote quote) {
        return set(actor, proof, false, quote);
    }

    private static ChangeSet set(Actor actor, @Nullable String proof, boolean agreed, Quote quote) {
        Quoting.Request request =
                new Quoting.Request("cs-1", List.of(RequestedChange.fewer(1, 1)), actor, proof, null, UNTIL);
        return ChangeSet.quoted(new ChangeSetId(new UUID(1, 4)), order(1), request, quote, agreed, TUESDAY_MORNING);
    }

    private static Quote quote(boolean consent, String due, Approver... approvers) {
        Ruled ruled = new Ruled(
                approvers.length == 0 ? Ruling.ALLOW : Ruling.NEEDS_APPROVAL,
                Set.of(RulingReason.IN_PLACE),
                Set.of(approvers),
                consent,
                Set.of(),
                List.of());
        return new Quote(
                1,
                "test",
                List.of(new RuledChange(RequestedChange.fewer(1, 1), Stage.PENDING_PAYMENT, ruled)),
                ruled,
                List.of(),
                List.of(
                        new QuotedLine(1, new Sku("kettle"), "A kettle", yuan("99.00"), 2, 1, yuan("-99.00")),
                        new QuotedLine(2, new Sku("cup"), "A cup", yuan("10.00"), 1, 3, yuan("20.00"))),
                yuan(due),
                yuan("0.00"),
                yuan("0.00"),
                yuan("100.00"),
                yuan("100.00").plus(yuan(due)),
                yuan("0.00"),
                yuan("0.00"),
                yuan(due),
                yuan("0.00"),
                Set.of(),
                List.of(),
                List.of(),
                null,
                Map.of(),
                new OrderModification(
                        "cs-1",
                        Map.of(1, 1),
                        Map.of(2, 2),
                        List.of(new AddedLine(new Sku("teapot"), "A teapot", yuan("50.00"), 3)),
                        null,
                        null,
                        yuan("0.00")),
                UNTIL);
    }

    private static ChangeSet changed(ChangeSetDecision decision) {
        return decision.decide(new ChangeSetDecision.Cases<>() {
            @Override
            public ChangeSet changed(ChangeSet changed) {
                return changed;
            }

            @Override
            public ChangeSet refused(ChangeSetRefusal reason) {
                throw new AssertionError("refused: " + reason);
            }
        });
    }

    private static ChangeSetRefusal reason(ChangeSetDecision decision) {
        return decision.decide(new ChangeSetDecision.Cases<>() {
            @Override
            public ChangeSetRefusal changed(ChangeSet changed) {
                throw new AssertionError("changed: " + changed);
            }

            @Override
            public ChangeSetRefusal refused(ChangeSetRefusal reason) {
                return reason;
            }
        });
    }
}
