package io.ordercore.application.testkit;

import static io.ordercore.application.testkit.AfterSaleOutcomes.done;
import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ordercore.application.Ordercore;
import io.ordercore.application.aftersale.ClaimGoods;
import io.ordercore.application.aftersale.ReturnGoods;
import io.ordercore.application.modification.RequestModification;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.domain.aftersale.Claim;
import io.ordercore.domain.aftersale.Reason;
import io.ordercore.domain.aftersale.Resolution;
import io.ordercore.domain.aftersale.Return;
import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.credit.KeptEvidence;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetId;
import io.ordercore.domain.modification.ChangeSetStatus;
import io.ordercore.domain.modification.RequestedChange;
import io.ordercore.domain.order.MerchantQuestion;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.Channel;
import io.ordercore.domain.party.Role;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store's {@code MerchantQuestions} promise, and what is learnt of a merchant by how long it takes to decide. */
public abstract class ResponsesContract extends StoreContract {
    private static final Actor MERCHANT = Actor.of("tea-house", Role.MERCHANT);
    private static final Actor OPERATOR = Actor.of("operator-1", Role.OPERATOR);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Address BEIJING = new Address("CN", "Beijing", "Beijing", "", "2 Gate Street", "100000");

    private final MovableClock clock = new MovableClock(TUESDAY_MORNING.plusSeconds(60));
    private Ordercore core;
    private ChangeDesk desk;

    @BeforeEach
    void openTheDesk() {
        core = Ordercore.on(store)
                .payments(new SimulatedPaymentGateway(URI.create("http://localhost/challenges/")))
                .clock(clock)
                .build();
        desk = new ChangeDesk(store, marketplace, core);
        marketplace.sells("blue-kettle", "99.00", 100);
    }

    @Test
    void a_return_decided_within_a_day_was_answered_in_time_and_a_later_one_was_not() {
        Order one = delivered(1);
        Order other = delivered(2);
        Return quick = asked(one);
        Return slow = asked(other);
        after(Duration.ofHours(23));
        done(core.afterSale().returnGoods().approve(quick.id(), MERCHANT));
        after(Duration.ofHours(1));
        assertThat(answers())
                .containsExactlyInAnyOrder(
                        tuple("response-return-" + quick.id(), true), tuple("response-return-" + slow.id(), false));
        done(core.afterSale().returnGoods().decline(slow.id(), MERCHANT));
        after(DAY);
        assertThat(answers()).hasSize(2);
        assertThat(core.credit().findCredit().evidence(TEA_HOUSE, null, 9))
                .extracting(piece -> piece.evidence().code().code())
                .contains("M05");
    }

    @Test
    void a_claim_somebody_else_decides_says_nothing_unless_the_day_was_over() {
        Claim withdrawn = claimed(delivered(1));
        done(core.afterSale().claimGoods().deny(withdrawn.id(), OPERATOR));
        Claim late = claimed(delivered(2));
        clock.forward(DAY.plusSeconds(1));
        done(core.afterSale().claimGoods().approve(late.id(), Resolution.REFUND, OPERATOR));
        after(Duration.ZERO);
        assertThat(answers()).containsExactly(tuple("response-claim-" + late.id(), false));
    }

    @Test
    void a_change_the_merchant_or_its_warehouse_must_approve_is_a_question() {
        ChangeSet agreed = change(1);
        core.modifications().answerModification().approve(agreed.id(), WAREHOUSE);
        ChangeSet declined = change(2);
        core.modifications().answerModification().decline(declined.id(), MERCHANT);
        ChangeSet takenBack = change(3);
        core.modifications().answerModification().decline(takenBack.id(), LI_HERSELF);
        after(Duration.ZERO);
        assertThat(answers())
                .containsExactlyInAnyOrder(
                        tuple("response-change-" + agreed.id(), true), tuple("response-change-" + declined.id(), true));
    }

    @Test
    void a_change_whose_time_runs_out_was_not_answered() {
        ChangeSet ignored = change(1);
        clock.forward(Duration.ofHours(5));
        core.modifications().expireModifications().expire(10);
        after(Duration.ZERO);
        assertThat(answers()).containsExactly(tuple("response-change-" + ignored.id(), false));
    }

    /** An agent's change waits for the buyer; the merchant is not asked before that. */
    @Test
    void a_change_whose_time_runs_out_before_the_merchant_was_asked_says_nothing_of_it() {
        Order order = desk.packed(1);
        Actor agent = new Actor("agent-7", Role.AGENT, Channel.HOTLINE, "MOVED_HOUSE");
        core.modifications()
                .requestModification()
                .request(new RequestModification.Command(
                        order.id(), List.of(RequestedChange.address(BEIJING)), agent, "call-17", true, null, null));
        clock.forward(Duration.ofHours(5));
        core.modifications().expireModifications().expire(10);
        after(DAY);
        assertThat(store.changeSets().of(order.id()).get(0).status()).isEqualTo(ChangeSetStatus.EXPIRED);
        assertThat(answers()).isEmpty();
    }

    @Test
    void what_needs_nobodys_word_is_no_question() {
        Order order = delivered(1);
        done(core.afterSale()
                .returnGoods()
                .request(new ReturnGoods.Command(order.id(), Reason.CHANGED_MIND, Map.of(1, 1), null, LI_HERSELF)));
        after(DAY.plusSeconds(1));
        assertThat(answers()).isEmpty();
    }

    @Test
    void a_question_is_asked_once_closed_once_and_settled_for_good() {
        Instant now = clock.instant();
        MerchantQuestion question = MerchantQuestion.asked("return-1", TEA_HOUSE, now);
        store.merchantQuestions().ask(question);
        store.merchantQuestions().ask(MerchantQuestion.asked("return-1", TEA_HOUSE, now.plusSeconds(9)));
        assertThat(store.merchantQuestions().find("return-1")).contains(question);
        assertThat(store.merchantQuestions().find("return-2")).isEmpty();
        assertThat(store.merchantQuestions().unsettled(now.minusSeconds(1), 9)).isEmpty();
        assertThat(store.merchantQuestions().unsettled(now, 9)).containsExactly(question);

        MerchantQuestion answered = question.decided(MERCHANT, now.plusSeconds(5));
        store.merchantQuestions().close(answered);
        store.merchantQuestions().close(question.expired(now.plusSeconds(6)));
        store.merchantQuestions()
                .close(MerchantQuestion.asked("return-2", TEA_HOUSE, now).expired(now));
        assertThat(store.merchantQuestions().find("return-1")).contains(answered);
        assertThat(store.merchantQuestions().unsettled(now.minusSeconds(1), 9)).containsExactly(answered);
        assertThat(answered.expired(now)).isEqualTo(answered);
        store.merchantQuestions().settle("return-1");
        assertThat(store.merchantQuestions().unsettled(now.plusSeconds(9), 9)).isEmpty();
    }

    private Return asked(Order order) {
        return done(core.afterSale()
                .returnGoods()
                .request(new ReturnGoods.Command(order.id(), Reason.DEFECTIVE, Map.of(1, 1), null, LI_HERSELF)));
    }

    private Claim claimed(Order order) {
        return done(core.afterSale()
                .claimGoods()
                .file(new ClaimGoods.Command(
                        order.id(), Reason.DAMAGED, Map.of(1, 1), null, Resolution.REFUND, "photo-1", LI_HERSELF)));
    }

    private ChangeSet change(int n) {
        Order order = desk.packed(n);
        desk.ask(order, LI_HERSELF, true, RequestedChange.address(BEIJING));
        ChangeSetId id = store.changeSets().of(order.id()).get(0).id();
        return store.changeSets().find(id).orElseThrow();
    }

    private Order delivered(int n) {
        Order order = desk.packed(n);
        FulfilmentId parcel = new FulfilmentId(order.id(), 1);
        core.fulfilment().fulfilOrder().handOver(parcel, "sf", "SF12345678", WAREHOUSE);
        core.fulfilment().fulfilOrder().deliver(parcel, WAREHOUSE);
        return desk.load(order);
    }

    private List<org.assertj.core.groups.Tuple> answers() {
        return core.credit().findCredit().evidence(TEA_HOUSE, null, 100).stream()
                .map(KeptEvidence::evidence)
                .filter(Evidence.Answered.class::isInstance)
                .map(piece -> tuple(piece.id(), ((Evidence.Answered) piece).inTime()))
                .toList();
    }

    private void after(Duration passes) {
        clock.forward(passes);
        core.dispatchEvents().dispatch(1_000);
        assertThat(core.credit().keepCredit().keep(1_000)).isNotNegative();
    }
}
