package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.AgencyOrder;
import io.ordercore.domain.inspection.CorrectiveAction;
import io.ordercore.domain.inspection.DefectClass;
import io.ordercore.domain.inspection.FairDraw;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.InspectionId;
import io.ordercore.domain.inspection.InspectionPolicy;
import io.ordercore.domain.inspection.InspectionReport;
import io.ordercore.domain.inspection.Lot;
import io.ordercore.domain.inspection.Rectification;
import io.ordercore.domain.inspection.RectificationId;
import io.ordercore.domain.inspection.ReportDecision;
import io.ordercore.domain.inspection.Severity;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.Role;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link io.ordercore.application.inspection.Inspections} promises. */
public abstract class InspectionsContract extends StoreContract {
    private static final MerchantId POTTERY = new MerchantId("pottery");
    private static final Sku KETTLE = new Sku("kettle");

    @Test
    void what_was_saved_is_found_again_in_full() {
        Inspection ordered = ordered(1, TEA_HOUSE, KETTLE);
        store.inspections().save(ordered);
        assertThat(store.inspections().find(ordered.id())).contains(ordered);

        Inspection reported = reported(ordered, Map.of(DefectClass.MAJOR, 7, DefectClass.MINOR, 2));
        store.inspections().save(reported);
        assertThat(store.inspections().find(ordered.id())).contains(reported);
        assertThat(store.inspections().find(id(99))).isEmpty();
    }

    @Test
    void a_corrective_action_is_saved_over_the_version_before_only_and_one_waits_at_a_time() {
        Actor merchant = Actor.of("tea-house", Role.MERCHANT);
        CorrectiveAction first =
                CorrectiveAction.recorded(KETTLE, TEA_HOUSE, 1, "another supplier", merchant, TUESDAY_MORNING);
        store.correctiveActions().save(first);
        assertThat(store.correctiveActions().of(KETTLE)).containsExactly(first);
        assertThat(store.correctiveActions().of(new Sku("lamp"))).isEmpty();
        assertThatThrownBy(() -> store.correctiveActions().save(first)).isInstanceOf(StaleVersionException.class);
        CorrectiveAction second =
                CorrectiveAction.recorded(KETTLE, TEA_HOUSE, 2, "another plug", merchant, TUESDAY_MORNING);
        assertThatThrownBy(() -> store.correctiveActions().save(second)).isInstanceOf(StaleVersionException.class);

        CorrectiveAction decided = first.decided(
                false, Actor.of("operator-1", Role.OPERATOR).because("no report"), TUESDAY_MORNING.plusSeconds(9));
        store.correctiveActions().save(decided);
        assertThatThrownBy(() -> store.correctiveActions().save(decided)).isInstanceOf(StaleVersionException.class);
        store.correctiveActions().save(second);
        assertThat(store.correctiveActions().of(KETTLE)).containsExactly(decided, second);
    }

    @Test
    void a_report_is_never_overwritten() {
        Inspection ordered = ordered(1, TEA_HOUSE, KETTLE);
        Inspection reported = reported(ordered, Map.of());
        store.inspections().save(ordered);
        assertThatThrownBy(() -> store.inspections().save(ordered)).isInstanceOf(StaleVersionException.class);
        store.inspections().save(reported);
        assertThatThrownBy(() -> store.inspections().save(reported)).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> store.inspections().save(reported(ordered(2, TEA_HOUSE, KETTLE), Map.of())))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void a_correction_is_added_to_what_it_corrects() {
        Inspection reported = reported(ordered(1, TEA_HOUSE, KETTLE), Map.of(DefectClass.MAJOR, 7));
        store.inspections().save(ordered(1, TEA_HOUSE, KETTLE));
        store.inspections().save(reported);
        Inspection corrected = corrected(reported, Map.of(DefectClass.MAJOR, 1));
        store.inspections().save(corrected);

        Inspection found = store.inspections().find(reported.id()).orElseThrow();
        assertThat(found).isEqualTo(corrected);
        assertThat(found.entries().get(0)).isEqualTo(reported.entries().get(0));
        assertThat(found.entries().get(1).corrects()).isEqualTo(1);
        assertThat(store.inspections().of(KETTLE)).containsExactly(corrected);
        assertThatThrownBy(() -> store.inspections().save(corrected(reported, Map.of())))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void buyers_are_told_of_what_failed_and_of_its_withdrawal_once_each() {
        Inspection failed = ordered(1, TEA_HOUSE, KETTLE);
        store.inspections().save(failed);
        Rectification open = opened(failed, DefectClass.MAJOR, 5);
        store.inspections().save(open);
        assertThat(store.inspections().untold(9)).containsExactly(open);
        store.inspections().told(open.id(), TUESDAY_MORNING);
        assertThat(store.inspections().untold(9)).isEmpty();

        Rectification withdrawn = open.closed(Rectification.Outcome.WITHDRAWN, TUESDAY_MORNING.plusSeconds(8));
        store.inspections().save(withdrawn);
        assertThat(store.inspections().untold(9)).containsExactly(withdrawn);
        store.inspections().told(open.id(), TUESDAY_MORNING);
        assertThat(store.inspections().untold(9)).isEmpty();

        Rectification untold = new Rectification(
                new RectificationId(failed.id(), 3),
                TEA_HOUSE,
                KETTLE,
                DefectClass.MINOR,
                TUESDAY_MORNING.plusSeconds(9),
                TUESDAY_MORNING.plusSeconds(99),
                null,
                null);
        store.inspections().save(untold);
        store.inspections().save(untold.closed(Rectification.Outcome.SUPERSEDED, TUESDAY_MORNING.plusSeconds(10)));
        assertThat(store.inspections().untold(9)).isEmpty();
    }

    @Test
    void lists_begin_with_the_latest_and_go_on_after_the_last() {
        Inspection first = ordered(1, TEA_HOUSE, KETTLE);
        Inspection second = ordered(2, POTTERY, new Sku("bowl"));
        Inspection third = ordered(3, TEA_HOUSE, new Sku("cup"));
        store.inspections().save(second);
        store.inspections().save(third);
        store.inspections().save(first);

        assertThat(store.inspections().list(null, null, 9)).containsExactly(third, second, first);
        assertThat(store.inspections().list(null, third.id(), 1)).containsExactly(second);
        assertThat(store.inspections().list(TEA_HOUSE, null, 9)).containsExactly(third, first);
        assertThat(store.inspections().list(TEA_HOUSE, first.id(), 9)).isEmpty();
        assertThat(store.inspections().of(KETTLE)).containsExactly(first);
    }

    @Test
    void a_product_has_one_open_rectification_at_most() {
        Inspection failed = ordered(1, TEA_HOUSE, KETTLE);
        Inspection again = ordered(2, TEA_HOUSE, KETTLE);
        store.inspections().save(failed);
        store.inspections().save(again);
        Rectification open = opened(failed, DefectClass.MAJOR, 5);
        Rectification second = opened(again, DefectClass.CRITICAL, 9);
        store.inspections().save(open);
        assertThat(store.inspections().rectifications(KETTLE)).containsExactly(open);
        assertThat(store.inspections().underRectification()).containsExactly(KETTLE);
        assertThatThrownBy(() -> store.inspections().save(second)).isInstanceOf(StaleVersionException.class);

        Rectification closed = open.closed(Rectification.Outcome.RECTIFIED, TUESDAY_MORNING.plusSeconds(8));
        store.inspections().save(closed);
        store.inspections().save(second);
        assertThat(store.inspections().rectifications(KETTLE)).containsExactly(closed, second);
        assertThat(store.inspections().underRectification()).containsExactly(KETTLE);
        assertThat(store.inspections().rectifications(new Sku("bowl"))).isEmpty();
    }

    @Test
    void an_order_to_an_agency_is_due_until_it_is_answered() {
        Inspection inspection = ordered(1, TEA_HOUSE, KETTLE);
        store.inspections().save(inspection);
        AgencyOrder made = AgencyOrder.made(inspection, TUESDAY_MORNING);
        store.agencyOrders().save(made);
        assertThatThrownBy(() -> store.agencyOrders().save(made)).isInstanceOf(StaleVersionException.class);
        assertThat(store.agencyOrders().due(TUESDAY_MORNING.minusSeconds(1), 9)).isEmpty();
        assertThat(store.agencyOrders().due(TUESDAY_MORNING, 9)).containsExactly(made);

        AgencyOrder asking = made.asking(TUESDAY_MORNING.plusSeconds(60));
        store.agencyOrders().save(asking);
        assertThatThrownBy(() -> store.agencyOrders().save(asking)).isInstanceOf(StaleVersionException.class);
        assertThat(store.agencyOrders().due(TUESDAY_MORNING, 9)).isEmpty();
        AgencyOrder unanswered = asking.unanswered("status 503", null, TUESDAY_MORNING);
        store.agencyOrders().save(unanswered);
        assertThat(store.agencyOrders().find(inspection.id())).contains(unanswered);
        assertThat(store.agencyOrders().due(TUESDAY_MORNING.plusSeconds(2), 9)).containsExactly(unanswered);

        AgencyOrder again = unanswered.asking(TUESDAY_MORNING);
        store.agencyOrders().save(again);
        store.agencyOrders().save(again.taken("job-7"));
        assertThat(store.agencyOrders().due(TUESDAY_MORNING.plusSeconds(999), 9))
                .isEmpty();
        assertThat(store.agencyOrders().find(id(99))).isEmpty();
    }

    private static Rectification opened(Inspection failed, DefectClass severity, int second) {
        Instant now = TUESDAY_MORNING.plusSeconds(second);
        return Rectification.opened(new RectificationId(failed.id(), 1), failed.lot(), severity, now);
    }

    private static Inspection ordered(int n, MerchantId merchant, Sku sku) {
        return Inspection.ordered(
                id(n),
                new Lot(merchant, sku, "kitchen", 1000, n % 2 == 1),
                "first-lab",
                new FairDraw("5f".repeat(32), "lot-" + n),
                Map.of(DefectClass.MAJOR, Severity.TIGHTENED, DefectClass.MINOR, Severity.REDUCED),
                InspectionPolicy.STANDARD,
                true,
                TUESDAY_MORNING.plusSeconds(n));
    }

    private static Inspection reported(Inspection ordered, Map<DefectClass, Integer> defective) {
        InspectionReport report = new InspectionReport(defective, TUESDAY_MORNING.plusSeconds(60), "signature");
        return taken(ordered.reported("first-lab", report, true, TUESDAY_MORNING.plusSeconds(61)));
    }

    private static Inspection corrected(Inspection reported, Map<DefectClass, Integer> defective) {
        InspectionReport report = new InspectionReport(defective, TUESDAY_MORNING.plusSeconds(60), "signature-2");
        int corrects = reported.entries().size();
        Instant now = TUESDAY_MORNING.plusSeconds(70);
        return taken(reported.corrected("first-lab", corrects, report, "counted twice", true, now));
    }

    private static Inspection taken(ReportDecision decision) {
        return decision.decide(new ReportDecision.Cases<>() {
            @Override
            public Inspection taken(ReportDecision.Taken it) {
                return it.inspection();
            }

            @Override
            public Inspection refused(ReportDecision.Refused it) {
                throw new AssertionError("refused: " + it.reasons());
            }
        });
    }

    private static InspectionId id(int n) {
        return new InspectionId(new UUID(7, n));
    }
}
