package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ordercore.application.inspection.CorrectCause;
import io.ordercore.application.inspection.InspectGoods;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.application.order.OrderQuery;
import io.ordercore.domain.inspection.CorrectiveAction;
import io.ordercore.domain.inspection.DefectClass;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.InspectionEntry;
import io.ordercore.domain.inspection.InspectionId;
import io.ordercore.domain.inspection.InspectionReport;
import io.ordercore.domain.inspection.InspectionState;
import io.ordercore.domain.inspection.Rectification;
import io.ordercore.domain.inspection.RectificationId;
import io.ordercore.domain.inspection.ReportRefusal;
import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What follows from an agency's report, on any store. */
public abstract class InspectGoodsContract extends InspectionLab {
    private static final Actor RECORDER = Actor.of("operator-1", Role.OPERATOR);
    private static final Actor APPROVER = Actor.of("operator-2", Role.OPERATOR);

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
    void a_lot_that_is_not_accepted_goes_off_sale_at_once_and_its_orders_are_held() {
        Order before = marketplace.place(1, line("kettle", 1, "99.00"));
        Inspection inspection = orderedLot();

        assertThat(reported(inspection, TOO_MANY)).isEmpty();
        assertThat(isRefused(2)).isTrue();

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
    void a_discontinued_product_comes_back_only_when_two_persons_agree_that_its_cause_is_corrected() {
        List<Inspection> lots =
                IntStream.range(0, 5).mapToObj(n -> orderedLot()).toList();
        assertThat(recorded()).containsExactly(CorrectiveAction.Refusal.NOT_DISCONTINUED);
        lots.forEach(lot -> reported(lot, TOO_MANY));
        assertThat(reported(orderedLot(), NONE)).isEmpty();
        assertThat(offer().orderable()).isFalse();
        assertThat(inspectGoods.rectifications(KETTLE)).allMatch(Rectification::isOpen);

        assertThat(recorded()).isEmpty();
        assertThat(recorded()).containsExactly(CorrectiveAction.Refusal.ALREADY_RECORDED);
        assertThat(decided(1, true, RECORDER)).containsExactly(CorrectiveAction.Refusal.RECORDED_BY_THE_SAME_PERSON);
        assertThat(decided(1, false, APPROVER)).isEmpty();
        assertThat(offer().orderable()).isFalse();
        assertThat(recorded()).isEmpty();
        assertThat(decided(2, true, APPROVER)).isEmpty();
        assertThat(decided(2, true, APPROVER)).containsExactly(CorrectiveAction.Refusal.DECIDED_BEFORE);
        assertThat(useCases.correctCause().decide(KETTLE, 3, true, APPROVER)).isEmpty();

        assertThat(store.notices().inbox(Notice.Recipient.merchant("tea-house"), null, 10))
                .extracting(Notice::code)
                .contains("correction-rejected", "correction-approved");
        assertThat(offer().orderable()).isTrue();
        assertThat(inspectGoods.states(KETTLE)).containsEntry(DefectClass.MAJOR, InspectionState.TIGHTENED);
        assertThat(inspectGoods.rectifications(KETTLE))
                .extracting(Rectification::outcome)
                .containsExactly(Rectification.Outcome.RECTIFIED);
        assertThat(store.correctiveActions().of(KETTLE))
                .extracting(CorrectiveAction::number, CorrectiveAction::state, CorrectiveAction::version)
                .containsExactly(
                        tuple(1, CorrectiveAction.State.REJECTED, 2L), tuple(2, CorrectiveAction.State.APPROVED, 2L));
    }

    @Test
    void a_merchant_that_waits_for_the_platform_is_not_late() {
        List<Inspection> lots =
                IntStream.range(0, 5).mapToObj(n -> orderedLot()).toList();
        lots.forEach(lot -> reported(lot, TOO_MANY));
        useCases.keepInspections().keep(100);
        assertThat(recorded()).isEmpty();
        ahead.forward(Duration.ofDays(8));
        assertThat(useCases.keepInspections().keep(100)).isZero();
        assertThat(decided(1, false, APPROVER)).isEmpty();
        assertThat(useCases.keepInspections().keep(100)).isEqualTo(1);
    }

    private List<CorrectiveAction.Refusal> recorded() {
        return refusal(useCases.correctCause()
                .record(new CorrectCause.Command(KETTLE, TEA_HOUSE, "another supplier", RECORDER)));
    }

    private List<CorrectiveAction.Refusal> decided(int number, boolean approved, Actor by) {
        return refusal(useCases.correctCause()
                .decide(KETTLE, number, approved, by.because("report seen"))
                .orElseThrow());
    }

    private static List<CorrectiveAction.Refusal> refusal(CorrectCause.Outcome outcome) {
        return outcome.decide(new CorrectCause.Outcome.Cases<>() {
            @Override
            public List<CorrectiveAction.Refusal> done(CorrectiveAction action) {
                return List.of();
            }

            @Override
            public List<CorrectiveAction.Refusal> refused(CorrectiveAction.Refusal reason) {
                return List.of(reason);
            }
        });
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
}
