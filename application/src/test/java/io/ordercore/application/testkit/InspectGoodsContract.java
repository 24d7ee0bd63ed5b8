package io.ordercore.application.testkit;

import static io.ordercore.application.testkit.Marketplace.intake;
import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ordercore.application.Ids;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.inspection.Agencies;
import io.ordercore.application.inspection.Agency;
import io.ordercore.application.inspection.DrawLots;
import io.ordercore.application.inspection.FindDraws;
import io.ordercore.application.inspection.InspectGoods;
import io.ordercore.application.inspection.InspectionAgency;
import io.ordercore.application.inspection.InspectionListener;
import io.ordercore.application.inspection.InspectionUseCases;
import io.ordercore.application.inspection.SendInspections;
import io.ordercore.application.inspection.Suppliers;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.application.order.OrderIntake;
import io.ordercore.application.order.OrderQuery;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.AgencyOrder;
import io.ordercore.domain.inspection.DefectClass;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.InspectionEntry;
import io.ordercore.domain.inspection.InspectionId;
import io.ordercore.domain.inspection.InspectionPolicy;
import io.ordercore.domain.inspection.InspectionReport;
import io.ordercore.domain.inspection.InspectionState;
import io.ordercore.domain.inspection.LotDraw;
import io.ordercore.domain.inspection.Rectification;
import io.ordercore.domain.inspection.RectificationId;
import io.ordercore.domain.inspection.ReportDecision;
import io.ordercore.domain.inspection.ReportRefusal;
import io.ordercore.domain.inspection.SamplingPlan;
import io.ordercore.domain.inspection.SelectionReason;
import io.ordercore.domain.inspection.Severity;
import io.ordercore.domain.inspection.Switching;
import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.order.Hold;
import io.ordercore.domain.order.LineRefusal;
import io.ordercore.domain.order.Order;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows from an agency's report, on any store. */
public abstract class InspectGoodsContract extends StoreContract {
    private static final Sku KETTLE = new Sku("kettle");
    private static final String LAB = "first-lab";
    private static final Map<DefectClass, Integer> TOO_MANY = Map.of(DefectClass.MAJOR, 9);
    private static final Map<DefectClass, Integer> NONE = Map.of();

    private final KeyPair keys = newKeys();
    private final MovableClock ahead = new MovableClock(Instant.EPOCH);
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("UTC only");
        }

        /** The real time, put forward by a test. */
        @Override
        public Instant instant() {
            return Instant.now().plus(Duration.between(Instant.EPOCH, ahead.instant()));
        }
    };
    private final ScriptedAgency agency = new ScriptedAgency();
    private InspectionUseCases useCases;
    private InspectGoods inspectGoods;

    @BeforeEach
    void callTheLab() {
        Ids ids = Ids.timeOrdered(clock, new Random(1));
        OrderChanges changes =
                new OrderChanges(store.transactions(), store.orders(), store.stock(), store.payments(), clock, ids);
        Agencies agencies = Agencies.registered(List.of(new Agency(
                LAB, Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()), Set.of("kitchen", "other"))));
        useCases = new InspectionUseCases(
                store,
                changes,
                agencies,
                agency,
                InspectionListener.NONE,
                Suppliers.UNKNOWN,
                Switching.BY_SCORE,
                clock,
                ids,
                new Random(2));
        inspectGoods = useCases.inspectGoods();
        marketplace.sells("kettle", "99.00", 1_000_000);
    }

    @Test
    void a_lot_that_is_accepted_changes_nothing() {
        Inspection inspection = orderedLot();
        assertThat(reported(inspection, NONE)).isEmpty();
        assertThat(offer().orderable()).isTrue();
        assertThat(inspectGoods.find(inspection.id()).orElseThrow().isAccepted())
                .isTrue();
        assertThat(inspectGoods.rectifications(KETTLE)).isEmpty();
    }

    @Test
    void a_lot_that_is_not_accepted_goes_off_sale_within_a_second_and_its_orders_are_held() {
        Order before = marketplace.place(1, line("kettle", 1, "99.00"));
        Inspection inspection = orderedLot();

        Instant start = Instant.now();
        assertThat(reported(inspection, TOO_MANY)).isEmpty();
        boolean refused = isRefused(2);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(1));

        assertThat(refused).isTrue();
        assertThat(offer().orderable()).isFalse();
        assertThat(isHeld(store.orders().find(before.id()).orElseThrow())).isTrue();
        Rectification rectification = inspectGoods.rectifications(KETTLE).get(0);
        assertThat(rectification.isOpen()).isTrue();
        assertThat(rectification.severity()).isEqualTo(DefectClass.MAJOR);
    }

    @Test
    void only_an_accepted_resubmission_at_tightened_level_brings_it_back() {
        Order held = marketplace.place(1, line("kettle", 1, "99.00"));
        reported(orderedLot(), TOO_MANY);
        Inspection again = orderedLot();
        assertThat(again.lot().original()).isFalse();
        assertThat(again.plans()).isEqualTo(tightenedPlans());
        assertThat(reported(again, TOO_MANY)).isEmpty();
        assertThat(offer().orderable()).isFalse();

        assertThat(reported(orderedLot(), NONE)).isEmpty();
        assertThat(offer().orderable()).isTrue();
        assertThat(isHeld(store.orders().find(held.id()).orElseThrow())).isFalse();
        assertThat(inspectGoods.rectifications(KETTLE)).hasSize(1).noneMatch(Rectification::isOpen);
        assertThat(isRefused(2)).isFalse();
    }

    @Test
    void a_new_merchant_starts_tightened_and_five_accepted_lots_make_it_normal() {
        assertThat(inspectGoods.states(KETTLE).values()).containsOnly(InspectionState.TIGHTENED);
        for (int lot = 0; lot < 5; lot++) {
            reported(orderedLot(), NONE);
        }
        assertThat(inspectGoods.states(KETTLE).values()).containsOnly(InspectionState.NORMAL);
    }

    @Test
    void a_report_is_taken_once_and_only_from_the_agency_that_signed_it() {
        Inspection inspection = orderedLot();
        InspectionReport forged = new InspectionReport(TOO_MANY, Instant.now(), "AAAA");
        assertThat(refusals(inspection.id(), LAB, forged)).containsExactly(ReportRefusal.SIGNATURE_INVALID);
        assertThat(refusals(inspection.id(), "other-lab", signed(inspection, NONE)))
                .containsExactly(ReportRefusal.ANOTHER_AGENCY);
        assertThat(offer().orderable()).isTrue();

        assertThat(reported(inspection, NONE)).isEmpty();
        assertThat(reported(inspection, TOO_MANY)).containsExactly(ReportRefusal.ALREADY_REPORTED);
        assertThat(offer().orderable()).isTrue();
        assertThat(inspectGoods.report(new InspectionId(new UUID(1, 2)), LAB, forged))
                .isEmpty();
    }

    @Test
    void a_correction_to_accepted_puts_the_goods_back_only_if_nothing_else_holds_them() {
        Order held = marketplace.place(1, line("kettle", 1, "99.00"));
        Inspection first = orderedLot();
        Inspection second = orderedLot();
        reported(first, TOO_MANY);
        reported(second, TOO_MANY);

        assertThat(corrected(first, 1, NONE)).isEmpty();
        assertThat(offer().orderable()).isFalse();
        assertThat(isHeld(store.orders().find(held.id()).orElseThrow())).isTrue();

        assertThat(corrected(second, 1, NONE)).isEmpty();
        assertThat(offer().orderable()).isTrue();
        assertThat(isHeld(store.orders().find(held.id()).orElseThrow())).isFalse();
        assertThat(inspectGoods.rectifications(KETTLE))
                .extracting(Rectification::outcome)
                .containsExactly(Rectification.Outcome.WITHDRAWN);
        Inspection found = inspectGoods.find(first.id()).orElseThrow();
        assertThat(found.entries())
                .extracting(InspectionEntry::number, InspectionEntry::corrects, InspectionEntry::reason)
                .containsExactly(tuple(1, null, null), tuple(2, 1, "counted twice"));
        assertThat(found.entries().get(0).report().defective(DefectClass.MAJOR)).isEqualTo(9);
        assertThat(found.isAccepted()).isTrue();
    }

    @Test
    void a_correction_to_not_accepted_suspends_at_once() {
        Order before = marketplace.place(1, line("kettle", 1, "99.00"));
        Inspection inspection = orderedLot();
        reported(inspection, NONE);
        assertThat(corrected(inspection, 1, TOO_MANY)).isEmpty();
        assertThat(isRefused(2)).isTrue();
        assertThat(isHeld(store.orders().find(before.id()).orElseThrow())).isTrue();
        Rectification opened = inspectGoods.rectifications(KETTLE).get(0);
        assertThat(opened.id()).isEqualTo(new RectificationId(inspection.id(), 2));
        assertThat(opened.isOpen()).isTrue();
    }

    @Test
    void five_lots_wrongly_reported_as_not_accepted_never_discontinued_anything() {
        List<Inspection> lots =
                IntStream.range(0, 5).mapToObj(n -> orderedLot()).toList();
        lots.forEach(lot -> reported(lot, TOO_MANY));
        assertThat(inspectGoods.states(KETTLE)).containsEntry(DefectClass.MAJOR, InspectionState.DISCONTINUED);
        lots.forEach(lot -> corrected(lot, 1, NONE));
        assertThat(inspectGoods.states(KETTLE).values()).containsOnly(InspectionState.NORMAL);
        assertThat(offer().orderable()).isTrue();
    }

    @Test
    void only_the_last_entry_is_corrected_and_by_a_signature_that_names_it() {
        Inspection inspection = orderedLot();
        assertThat(corrected(inspection, 1, NONE)).containsExactly(ReportRefusal.NOT_REPORTED);
        reported(inspection, NONE);
        assertThat(corrected(inspection, 2, NONE)).containsExactly(ReportRefusal.NOT_THE_LATEST);
        InspectGoods.Correction unnamed = new InspectGoods.Correction(1, signed(inspection, TOO_MANY), "counted twice");
        assertThat(refusals(inspectGoods.correct(inspection.id(), LAB, unnamed)))
                .containsExactly(ReportRefusal.SIGNATURE_INVALID);
        assertThat(corrected(inspection, 1, NONE)).isEmpty();
        assertThat(corrected(inspection, 1, TOO_MANY)).containsExactly(ReportRefusal.NOT_THE_LATEST);
        assertThat(corrected(inspection, 2, NONE)).isEmpty();
    }

    @Test
    void the_seed_of_a_draw_is_recorded_before_its_lot_is_counted() {
        DrawLots drawing = useCases.drawLots();
        assertThat(drawing.draw(100)).isEqualTo(1);
        LotDraw committed = draws().get(0);
        assertThat(committed.drawn()).isNull();
        ahead.forward(Duration.ofHours(23));
        assertThat(drawing.draw(100)).isZero();
        ahead.forward(Duration.ofHours(2));
        assertThat(drawing.draw(100)).isEqualTo(1);
        assertThat(drawing.draw(100)).isZero();

        LotDraw draw = draws().get(1);
        LotDraw.Drawn drawn = Objects.requireNonNull(draw.drawn());
        assertThat(draw.draw()).isEqualTo(committed.draw());
        assertThat(draw.committedAt()).isEqualTo(committed.committedAt()).isBefore(drawn.at());
        assertThat(drawn.reason()).isEqualTo(SelectionReason.NEW_MERCHANT);
        assertThat(drawn.size()).isEqualTo(1_000_000);
        assertThat(drawn.agencies()).containsExactly(LAB);
        Inspection ordered =
                inspectGoods.find(Objects.requireNonNull(drawn.inspection())).orElseThrow();
        assertThat(ordered.agency()).isEqualTo(LAB);
        assertThat(ordered.lot().sku()).isEqualTo(KETTLE);
        assertThat(ordered.draw()).isEqualTo(draw.draw());
        assertThat(useCases.findDraws().of(ordered).draw()).isEqualTo(draw);

        LotDraw next = draws().get(0);
        assertThat(next.drawn()).isNull();
        assertThat(next.dueAt()).isEqualTo(drawn.at().plus(LotDraw.PERIOD));
        assertThat(store.lotDraws().list(TEA_HOUSE, next.id(), 10)).containsExactly(draw);
        assertThat(useCases.findDraws().list(TEA_HOUSE, null, 10))
                .extracting(FindDraws.Shown::isOver)
                .containsExactly(false, false);
        assertThat(reported(ordered, NONE)).isEmpty();
        assertThat(useCases.findDraws().list(TEA_HOUSE, null, 10))
                .extracting(FindDraws.Shown::isOver)
                .containsExactly(false, true);
        assertThatThrownBy(() -> store.lotDraws().save(draw)).isInstanceOf(StaleVersionException.class);
    }

    @Test
    void an_agency_is_asked_until_it_answers() {
        Inspection inspection = orderedLot();
        agency.answers.add(new InspectionAgency.Unknown("status 503", Duration.ofSeconds(30)));
        agency.answers.add(new InspectionAgency.Taken("job-7"));
        SendInspections sending = useCases.sendInspections();
        assertThat(sending.send(10)).isEqualTo(1);
        assertThat(sending.send(10)).isZero();
        assertThat(sent(inspection).state()).isEqualTo(AgencyOrder.State.OPEN);
        ahead.forward(Duration.ofSeconds(31));
        assertThat(sending.send(10)).isEqualTo(1);
        assertThat(sent(inspection).reference()).isEqualTo("job-7");
        assertThat(agency.asked).containsExactly(inspection.id(), inspection.id());
        ahead.forward(Duration.ofDays(1));
        assertThat(sending.send(10)).isZero();
    }

    @Test
    void an_agency_that_refuses_or_has_reported_is_not_asked_again() {
        Inspection refused = orderedLot();
        agency.answers.add(new InspectionAgency.Refused("status 422"));
        SendInspections sending = useCases.sendInspections();
        assertThat(sending.send(10)).isEqualTo(1);
        assertThat(sent(refused).state()).isEqualTo(AgencyOrder.State.REFUSED);
        assertThat(sent(refused).problem()).isEqualTo("status 422");

        Inspection done = orderedLot();
        reported(done, NONE);
        assertThat(sending.send(10)).isEqualTo(1);
        assertThat(sent(done).state()).isEqualTo(AgencyOrder.State.TAKEN);
        assertThat(agency.asked).containsExactly(refused.id());
    }

    private AgencyOrder sent(Inspection inspection) {
        return inspectGoods.sent(inspection.id()).orElseThrow();
    }

    private List<LotDraw> draws() {
        return store.lotDraws().list(TEA_HOUSE, null, 10);
    }

    /** Says what a test tells it to. */
    private static final class ScriptedAgency implements InspectionAgency {
        private final Queue<Answer> answers = new ArrayDeque<>();
        private final List<InspectionId> asked = new ArrayList<>();

        @Override
        public boolean reaches(String name) {
            return name.equals(LAB);
        }

        @Override
        public Answer order(Inspection inspection) {
            asked.add(inspection.id());
            return answers.remove();
        }
    }

    @Test
    void buyers_of_shipped_goods_are_told_once_and_the_merchant_what_it_owes() {
        useCases.keepInspections().keep(100);
        Order paid = marketplace.save(Marketplace.confirmed(marketplace.place(1, line("kettle", 1, "99.00"))));
        Order released = marketplace.save(Marketplace.changed(paid.release(Map.of(), WAREHOUSE, TUESDAY_MORNING)));
        Order packed =
                marketplace.save(Marketplace.changed(released.pack(1, Map.of(1, 1), WAREHOUSE, TUESDAY_MORNING)));
        marketplace.save(Marketplace.changed(packed.handOver(1, Map.of(1, 1), Map.of(), WAREHOUSE, TUESDAY_MORNING)));
        marketplace.place(2, line("kettle", 1, "99.00"));

        reported(orderedLot(), TOO_MANY);
        useCases.keepInspections().keep(100);
        useCases.keepInspections().keep(100);

        assertThat(store.notices().inbox(Notice.Recipient.buyer("li"), null, 10))
                .extracting(Notice::code, Notice::subject)
                .containsExactly(tuple("quality-major", paid.id().toString()));
        assertThat(store.notices().inbox(Notice.Recipient.merchant("tea-house"), null, 10))
                .extracting(Notice::code)
                .containsExactly("rectification-opened");

        corrected(inspectGoods.list(TEA_HOUSE, null, 1).get(0), 1, NONE);
        useCases.keepInspections().keep(100);
        useCases.keepInspections().keep(100);
        assertThat(store.notices().inbox(Notice.Recipient.buyer("li"), null, 10))
                .extracting(Notice::code)
                .containsExactlyInAnyOrder("quality-major", "quality-withdrawn");
    }

    @Test
    void who_lets_the_time_to_rectify_pass_is_reminded_once() {
        useCases.keepInspections().keep(100);
        reported(orderedLot(), TOO_MANY);
        useCases.keepInspections().keep(100);
        Instant deadline = inspectGoods.rectifications(KETTLE).get(0).deadline();
        assertThat(store.inspections().overdue(deadline, 10)).isEmpty();
        assertThat(store.inspections().overdue(deadline.plusSeconds(1), 10)).hasSize(1);
        store.inspections().reminded(inspectGoods.rectifications(KETTLE).get(0).id(), deadline);
        assertThat(store.inspections().overdue(deadline.plusSeconds(1), 10)).isEmpty();
    }

    @Test
    void no_order_slips_through_while_the_report_comes_in() throws InterruptedException {
        Inspection inspection = orderedLot();
        AtomicInteger tries = new AtomicInteger();
        ExecutorService buyers = Executors.newFixedThreadPool(4);
        for (int buyer = 0; buyer < 4; buyer++) {
            buyers.execute(() -> {
                int n;
                while ((n = tries.incrementAndGet()) <= 400) {
                    isRefused(n);
                }
            });
        }
        while (tries.get() < 60) {
            Thread.onSpinWait();
        }
        while (!isReported(inspection)) {
            assertThat(offer().orderable()).isTrue();
        }
        int triedBefore = tries.get();
        assertThat(isRefused(1_000)).isTrue();
        buyers.shutdown();
        assertThat(buyers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        OrderEventListener reactions = useCases.reactions();
        while (store.events().deliver("quality-inspection", reactions.about(), 100, reactions::happened) > 0) {
            assertThat(triedBefore).isPositive();
        }
        List<Order> placed = store.orders().list(new OrderQuery(null, TEA_HOUSE, null, null, null, null, null, 200));
        assertThat(placed).isNotEmpty().allMatch(InspectGoodsContract::isHeld);
    }

    private Inspection orderedLot() {
        return inspectGoods.order(new InspectGoods.Command(TEA_HOUSE, KETTLE, "kitchen", 1000, LAB, false));
    }

    private Map<DefectClass, SamplingPlan> tightenedPlans() {
        return Map.of(
                DefectClass.CRITICAL, plan(DefectClass.CRITICAL),
                DefectClass.MAJOR, plan(DefectClass.MAJOR),
                DefectClass.MINOR, plan(DefectClass.MINOR));
    }

    private static SamplingPlan plan(DefectClass defectClass) {
        return InspectionPolicy.STANDARD.planFor(1000, "kitchen", defectClass, Severity.TIGHTENED);
    }

    private Offer offer() {
        return store.offers().find(KETTLE).orElseThrow();
    }

    private static boolean isHeld(Order order) {
        return order.holds().stream().anyMatch(hold -> hold.type() == Hold.Type.QUALITY);
    }

    /** A report that meets an order just being changed is stale as a whole; its agency sends it again. */
    private boolean isReported(Inspection inspection) {
        try {
            return reported(inspection, TOO_MANY).isEmpty();
        } catch (StaleVersionException e) {
            return false;
        }
    }

    /** Empty if it was taken. */
    private List<ReportRefusal> reported(Inspection inspection, Map<DefectClass, Integer> defective) {
        return refusals(inspection.id(), LAB, signed(inspection, defective));
    }

    private List<ReportRefusal> refusals(InspectionId id, String agency, InspectionReport report) {
        return refusals(inspectGoods.report(id, agency, report));
    }

    /** Empty if it was taken. */
    private List<ReportRefusal> corrected(Inspection inspection, int entry, Map<DefectClass, Integer> defective) {
        Instant now = clock.instant();
        String reason = "counted twice";
        String signature = sign(InspectionReport.correction(inspection.id(), entry, defective, now, reason));
        return refusals(inspectGoods.correct(
                inspection.id(),
                LAB,
                new InspectGoods.Correction(entry, new InspectionReport(defective, now, signature), reason)));
    }

    private static List<ReportRefusal> refusals(Optional<ReportDecision> decision) {
        return decision.orElseThrow().decide(new ReportDecision.Cases<>() {
            @Override
            public List<ReportRefusal> taken(ReportDecision.Taken it) {
                return List.of();
            }

            @Override
            public List<ReportRefusal> refused(ReportDecision.Refused it) {
                return it.reasons();
            }
        });
    }

    private InspectionReport signed(Inspection inspection, Map<DefectClass, Integer> defective) {
        Instant now = clock.instant();
        return new InspectionReport(defective, now, sign(InspectionReport.statement(inspection.id(), defective, now)));
    }

    private String sign(String statement) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(statement.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isRefused(int n) {
        return marketplace
                .admit(intake(n, request(line("kettle", 1, "99.00"))))
                .decide(new OrderIntake.Admission.Cases<>() {
                    @Override
                    public Boolean placed(OrderIntake.PlacedPurchase purchase) {
                        return false;
                    }

                    @Override
                    public Boolean replayed(OrderIntake.PlacedPurchase purchase) {
                        return false;
                    }

                    @Override
                    public Boolean refused(List<LineRefusal> lines) {
                        return true;
                    }

                    @Override
                    public Boolean otherCommand() {
                        throw new AssertionError("another command");
                    }

                    @Override
                    public Boolean inProgress() {
                        throw new AssertionError("in progress");
                    }

                    @Override
                    public Boolean overloaded(Duration retryAfter) {
                        return false;
                    }
                });
    }
}
