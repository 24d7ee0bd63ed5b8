package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.Ordercore;
import io.ordercore.application.credit.AppealEvidence;
import io.ordercore.application.credit.Credits;
import io.ordercore.application.credit.FindCredit;
import io.ordercore.application.inspection.InspectGoods;
import io.ordercore.application.inspection.ManageAgencies;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.order.CancelOrder;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.credit.Appeal;
import io.ordercore.domain.credit.CreditEntry.Kind;
import io.ordercore.domain.credit.CreditTier;
import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.credit.KeptEvidence;
import io.ordercore.domain.credit.Lane;
import io.ordercore.domain.credit.MeasureKind;
import io.ordercore.domain.credit.MerchantCredit;
import io.ordercore.domain.credit.Owner;
import io.ordercore.domain.credit.Payout;
import io.ordercore.domain.credit.Problem;
import io.ordercore.domain.credit.SanctionRule;
import io.ordercore.domain.credit.Terms;
import io.ordercore.domain.inspection.DefectClass;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.InspectionId;
import io.ordercore.domain.inspection.InspectionReport;
import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Role;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From orders to a merchant's credit and what follows from it, on any store. */
public abstract class CreditContract extends StoreContract {
    private static final Actor OPERATOR = Actor.of("operator-1", Role.OPERATOR);
    private static final Actor MERCHANT = Actor.of("tea-house", Role.MERCHANT);
    private static final LocalDate SECOND_EVALUATION = LocalDate.of(2027, 3, 1);

    private final MovableClock clock = new MovableClock(Instant.parse("2027-01-10T09:00:00Z"));
    private final Laboratory laboratory = new Laboratory();
    private Ordercore core;
    private CreditShop shop;

    @BeforeEach
    void openTheShop() {
        core = Ordercore.on(store)
                .payments(new SimulatedPaymentGateway(URI.create("https://shop.example/challenges")))
                .clock(clock)
                .build();
        shop = new CreditShop(core);
        core.inspections()
                .manageAgencies()
                .register(
                        new ManageAgencies.Registration("first-lab", laboratory.publicKey(), Set.of(), null), OPERATOR);
        marketplace.sells("kettle", "99.00", 1_000_000);
        time(Duration.ZERO);
    }

    @Test
    void good_orders_make_a_newcomer_a_rated_merchant_and_bad_ones_cost_it_two_tiers() {
        assertThat(core.credit().findCredit().credit(TEA_HOUSE, null)).isEmpty();
        goodOrders(40);
        FindCredit.Report thin = report(null);
        assertThat(thin.file().tier()).isEqualTo(CreditTier.N);
        assertThat(thin.score().tally().orders()).isEqualTo(40);
        until("2027-02-01T01:00:00Z");
        assertThat(report(null).file().tier()).isEqualTo(CreditTier.B);

        badOrders(20);
        until("2027-03-01T01:00:00Z");
        assertThat(report(null).file().tier()).isEqualTo(CreditTier.D);
        assertThat(report(null).score().contributions().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(report(null).score().points() - report(null).score().averagePoints());
        assertThat(measures()).contains(MeasureKind.ORDER_CAP, MeasureKind.CAMPAIGN_BAN, MeasureKind.PAYOUT_HOLD);
        assertThat(store.sellers().find(TEA_HOUSE).exposure()).isEqualTo(150);
        assertThat(kinds()).contains(Kind.EVIDENCE_AGAINST, Kind.EVALUATED, Kind.TIER_CHANGED, Kind.SANCTION_STARTED);
    }

    @Test
    void an_accepted_appeal_brings_back_the_exact_former_score_tier_and_terms() {
        goodOrders(40);
        until("2027-02-01T01:00:00Z");
        until("2027-02-20T08:00:00Z");
        FindCredit.Report former = report(SECOND_EVALUATION);
        badOrders(20);
        until("2027-03-01T01:00:00Z");
        FindCredit.Report fallen = report(null);
        assertThat(fallen.file().tier()).isEqualTo(CreditTier.D);
        assertThat(fallen.score().points()).isLessThan(former.score().points() - 30_000);
        assertThat(shop.placed(5, 20)).isEqualTo(20);
        assertThat(shop.placed(5, 1)).isZero();

        List<Appeal> appeals = against().stream()
                .map(piece -> opened(core.credit()
                        .appealEvidence()
                        .open(TEA_HOUSE, piece.evidence().id(), "the wrong label was the platform's")
                        .orElseThrow()))
                .toList();
        assertThat(appeals).hasSize(20);
        assertThat(measures()).doesNotContain(MeasureKind.ORDER_CAP);
        assertThat(appeals)
                .allMatch(appeal -> core.credit()
                        .appealEvidence()
                        .decide(appeal.id(), Owner.PLATFORM, OPERATOR)
                        .isPresent());

        FindCredit.Report again = report(null);
        assertThat(again.score()).isEqualTo(former.score());
        assertThat(again.file().tier().compareTo(CreditTier.B)).isLessThanOrEqualTo(0);
        assertThat(measures()).isEmpty();
        assertThat(again.terms().ordersPerDay()).isNull();
        assertThat(shop.placed(5, 1)).isEqualTo(1);
        assertThat(kinds()).contains(Kind.SANCTION_PAUSED, Kind.SANCTION_LIFTED, Kind.APPEAL_ACCEPTED);
        assertThat(store.notices().inbox(Notice.Recipient.merchant("tea-house"), null, 1_000))
                .extracting(Notice::code)
                .contains("credit-sanction-started", "credit-evidence-against", "credit-appeal-accepted");
    }

    @Test
    void a_rejected_appeal_lets_the_sanction_go_on_for_the_rest_of_its_time() {
        goodOrders(40);
        until("2027-02-01T01:00:00Z");
        core.credit().recordEvidence().learn(TEA_HOUSE, new Evidence.PolicyPoints("rule-7", day(), 6));
        Instant end =
                Objects.requireNonNull(report(null).file().sanctions().get(0).end());
        assertThat(measures()).contains(MeasureKind.ORDER_CAP);
        AppealEvidence appeals = core.credit().appealEvidence();
        Appeal appeal =
                opened(appeals.open(TEA_HOUSE, "rule-7", "it was our supplier").orElseThrow());
        assertThat(measures()).isEmpty();
        assertThat(refusals(appeals.open(TEA_HOUSE, "rule-7", "again").orElseThrow()))
                .containsExactly(Appeal.Refusal.ALREADY_DECIDED);
        time(Duration.ofDays(3));

        appeals.decide(appeal.id(), null, OPERATOR);

        assertThat(measures()).contains(MeasureKind.ORDER_CAP);
        assertThat(report(null).file().sanctions().get(0).end()).isEqualTo(end.plus(Duration.ofDays(3)));
        assertThat(refusals(appeals.decide(appeal.id(), Owner.BUYER, OPERATOR).orElseThrow()))
                .containsExactly(Appeal.Refusal.ALREADY_DECIDED);
        time(Duration.ofDays(29));
        assertThat(measures()).doesNotContain(MeasureKind.ORDER_CAP);
        assertThat(kinds()).contains(Kind.SANCTION_RESUMED, Kind.SANCTION_ENDED, Kind.APPEAL_REJECTED);
        assertThat(store.sellers().find(TEA_HOUSE).ordersPerDay()).isNull();
    }

    @Test
    void an_appeal_is_heard_for_fourteen_days() {
        core.credit().recordEvidence().learn(TEA_HOUSE, new Evidence.PolicyPoints("rule-7", day(), 3));
        time(Duration.ofDays(15));
        AppealEvidence appeals = core.credit().appealEvidence();
        assertThat(refusals(
                        appeals.open(TEA_HOUSE, "rule-7", "it was our supplier").orElseThrow()))
                .containsExactly(Appeal.Refusal.TOO_LATE);
        assertThat(appeals.open(TEA_HOUSE, "rule-8", "it was our supplier")).isEmpty();
    }

    @Test
    void deceit_freezes_a_merchant_until_a_person_lifts_it() {
        core.credit().recordEvidence().learn(TEA_HOUSE, new Evidence.IntegrityBreach("case-1", day()));
        assertThat(shop.placed(5, 1)).isZero();
        assertThat(store.sellers().find(TEA_HOUSE).exposure()).isZero();
        assertThat(store.sellers().find(TEA_HOUSE).newListings()).isFalse();
        time(Duration.ofDays(100));
        assertThat(shop.placed(5, 1)).isZero();

        assertThat(core.credit().liftSanction().lift(TEA_HOUSE, MeasureKind.FREEZE))
                .isTrue();
        assertThat(core.credit().liftSanction().lift(TEA_HOUSE, MeasureKind.FREEZE))
                .isFalse();
        assertThat(shop.placed(5, 1)).isEqualTo(1);
    }

    @Test
    void whose_fault_an_order_is_follows_from_what_happened_to_it() {
        OrderId late = shop.paid();
        OrderId wrong = shop.paid();
        shop.received(wrong);
        assertThat(core.credit()
                        .reportProblem()
                        .report(wrong, Problem.WRONG_ITEM)
                        .toString())
                .contains("Recorded");
        OrderId byBuyer = shop.paid();
        OrderId byMerchant = shop.paid();
        core.orders().cancelOrder().cancel(cancellation(byBuyer, LI_HERSELF));
        core.orders().cancelOrder().cancel(cancellation(byMerchant, MERCHANT));
        core.dispatchEvents().dispatch(100);
        time(Duration.ofDays(4));
        shop.shipped(late);
        time(Duration.ofDays(27));

        assertThat(outcome(byBuyer).owner()).isEqualTo(Owner.BUYER);
        assertThat(outcome(byMerchant).owner()).isEqualTo(Owner.MERCHANT);
        assertThat(outcome(wrong).owner()).isEqualTo(Owner.MERCHANT);
        assertThat(outcome(late).end()).isEqualTo(Evidence.End.GOOD);
        assertThat(pieces())
                .anyMatch(piece -> piece.evidence()
                        .equals(new Evidence.HandOver("hand-over-" + late, LocalDate.of(2027, 1, 13), true)));
        assertThat(core.credit().reportProblem().report(late, Problem.DEFECTIVE).toString())
                .contains("ALREADY_MATURE");
    }

    @Test
    void a_corrected_inspection_counts_as_if_it_had_been_reported_so() {
        goodOrders(40);
        InspectionId lot = inspected(Map.of());
        FindCredit.Report former = report(null);
        assertThat(against()).isEmpty();
        time(Duration.ofDays(1));
        correct(lot, 1, Map.of(DefectClass.MAJOR, 9));
        FindCredit.Report fallen = report(former.score().on());
        assertThat(fallen.score().points()).isLessThan(former.score().points());
        assertThat(against()).extracting(KeptEvidence::counts).containsExactly(true);

        correct(lot, 2, Map.of());
        assertThat(report(former.score().on()).score()).isEqualTo(former.score());
        assertThat(report(null).file().credit()).isEqualTo(former.file().credit());
        assertThat(against()).extracting(KeptEvidence::counts).containsExactly(false);
        assertThat(kinds()).contains(Kind.EVIDENCE_CORRECTED);
    }

    private InspectionId inspected(Map<DefectClass, Integer> defective) {
        InspectGoods inspections = core.inspections().inspectGoods();
        Inspection ordered = inspections.order(
                new InspectGoods.Command(TEA_HOUSE, new Sku("kettle"), "kitchen", 1_000, "first-lab", false));
        Instant now = clock.instant();
        String signature = laboratory.sign(InspectionReport.statement(ordered.id(), defective, now));
        assertThat(inspections.report(ordered.id(), "first-lab", new InspectionReport(defective, now, signature)))
                .isPresent();
        return ordered.id();
    }

    private void correct(InspectionId lot, int entry, Map<DefectClass, Integer> defective) {
        Instant now = clock.instant();
        String signature = laboratory.sign(InspectionReport.correction(lot, entry, defective, now, "typing error"));
        InspectionReport report = new InspectionReport(defective, now, signature);
        InspectGoods inspections = core.inspections().inspectGoods();
        assertThat(inspections.correct(lot, "first-lab", new InspectGoods.Correction(entry, report, "typing error")))
                .isPresent();
    }

    @Test
    void a_tracking_number_no_carrier_knows_speaks_against_the_merchant() {
        core = Ordercore.on(store)
                .payments(new SimulatedPaymentGateway(URI.create("https://shop.example/challenges")))
                .clock(clock)
                .carriers(new Carriers(List.of(new MuteCarrier())))
                .build();
        shop = new CreditShop(core);
        OrderId untraceable = shop.paid();
        shop.shippedBy("mute", untraceable);
        OrderId unasked = shop.paid();
        shop.shippedBy("sf-express", unasked);
        time(Duration.ofDays(31));
        assertThat(pieces())
                .extracting(piece -> piece.evidence().id())
                .contains("tracking-" + untraceable)
                .doesNotContain("tracking-" + unasked);
        assertThat(against())
                .extracting(piece -> piece.evidence().code().code())
                .contains("M04");
    }

    @Test
    void payouts_wait_for_the_settlement_term_and_while_they_are_held() {
        shop.received(shop.paid());
        core.dispatchEvents().dispatch(1_000);
        assertThat(payout().dueAt()).isEqualTo(payout().completedAt().plus(Duration.ofDays(7)));
        core.credit().recordEvidence().learn(TEA_HOUSE, new Evidence.PolicyPoints("rule-1", day(), 15));
        time(Duration.ofDays(8));
        assertThat(payout().releasedAt()).isNull();
        time(Duration.ofDays(21));
        time(Duration.ofHours(2));
        assertThat(payout().releasedAt()).isNotNull();
        assertThat(report(null).deposit()).isNotEmpty();
    }

    @Test
    void what_arrives_late_or_twice_or_in_another_order_gives_the_same_file() {
        List<Evidence> pieces = new ArrayList<>();
        LocalDate first = LocalDate.of(2026, 12, 20);
        for (int i = 0; i < 60; i++) {
            pieces.add(new Evidence.HandOver("h-" + i, first.plusDays(i % 20), i % 9 == 0));
            pieces.add(new Evidence.Answered("a-" + i, first.plusDays(i % 20), i % 7 != 0));
        }
        Collections.shuffle(pieces, new Random(4));
        pieces.forEach(piece -> core.credit().recordEvidence().learn(TEA_HOUSE, piece));
        pieces.forEach(piece -> core.credit().recordEvidence().learn(TEA_HOUSE, piece));

        MerchantCredit live = report(null).file().credit();
        assertThat(live)
                .isEqualTo(MerchantCredit.replayed(
                        report(null).file().since(),
                        pieces,
                        store.credit().yardsticks().norms(),
                        store.credit()
                                .yardsticks()
                                .evaluations()
                                .tailSet(report(null).file().since())));
    }

    /** Orders of a while ago, told at once: what a month of selling comes to. */
    private void goodOrders(int count) {
        orders("good", count, Evidence.End.GOOD);
    }

    private void badOrders(int count) {
        orders("bad", count, Evidence.End.DEFECT);
    }

    private void orders(String name, int count, Evidence.End end) {
        store.transactions().run(() -> {
            for (int i = 0; i < count; i++) {
                Evidence piece = new Evidence.OrderOutcome(
                        name + "-" + i, day(), day(), "kitchen", new Lane("*", "CN-Zhejiang"), end, Owner.MERCHANT);
                core.credit().recordEvidence().learn(TEA_HOUSE, piece);
            }
        });
    }

    private void until(String instant) {
        time(Duration.between(clock.instant(), Instant.parse(instant)));
    }

    /** Time passes, and the timers run. */
    private void time(Duration passes) {
        clock.forward(passes);
        core.orders().meetDeadlines().meet(1_000);
        core.dispatchEvents().dispatch(1_000);
        assertThat(core.credit().keepCredit().keep(1_000)).isNotNegative();
    }

    private FindCredit.Report report(@Nullable LocalDate on) {
        return core.credit().findCredit().credit(TEA_HOUSE, on).orElseThrow();
    }

    private Set<MeasureKind> measures() {
        FindCredit.Report report = report(null);
        Terms terms = report.terms();
        assertThat(terms).isEqualTo(Terms.of(report.file().tier(), report.file().sanctions(), clock.instant()));
        return report.file().sanctions().stream()
                .filter(sanction -> sanction.isInForce(clock.instant()))
                .filter(sanction -> sanction.rule() != SanctionRule.LINE_CROSSED)
                .map(sanction -> sanction.kind())
                .collect(Collectors.toSet());
    }

    private List<Kind> kinds() {
        return core.credit().findCredit().history(TEA_HOUSE, null, 1_000).stream()
                .map(Credits.Line::entry)
                .map(entry -> entry.kind())
                .toList();
    }

    private List<KeptEvidence> pieces() {
        return core.credit().findCredit().evidence(TEA_HOUSE, null, 1_000);
    }

    private List<KeptEvidence> against() {
        return pieces().stream()
                .filter(piece -> piece.evidence().isAgainstMerchant())
                .toList();
    }

    private Evidence.OrderOutcome outcome(OrderId order) {
        return (Evidence.OrderOutcome) store.credit()
                .evidence()
                .find(TEA_HOUSE, "order-" + order)
                .orElseThrow()
                .evidence();
    }

    private Payout payout() {
        return core.credit().findCredit().payouts(TEA_HOUSE, null, 10).get(0);
    }

    private static CancelOrder.Command cancellation(OrderId order, Actor by) {
        return new CancelOrder.Command(order, Map.of(), null, by);
    }

    private static Appeal opened(AppealEvidence.Outcome outcome) {
        return outcome.decide(new AppealEvidence.Outcome.Cases<>() {
            @Override
            public Appeal done(Appeal appeal) {
                return appeal;
            }

            @Override
            public Appeal refused(List<Appeal.Refusal> reasons) {
                throw new AssertionError("refused: " + reasons);
            }
        });
    }

    private static List<Appeal.Refusal> refusals(AppealEvidence.Outcome outcome) {
        return outcome.decide(new AppealEvidence.Outcome.Cases<>() {
            @Override
            public List<Appeal.Refusal> done(Appeal appeal) {
                return List.of();
            }

            @Override
            public List<Appeal.Refusal> refused(List<Appeal.Refusal> reasons) {
                return reasons;
            }
        });
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
