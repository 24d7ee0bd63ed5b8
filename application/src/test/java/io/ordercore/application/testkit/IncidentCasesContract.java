package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.incident.CaseStage;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.PurchaseId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link io.ordercore.application.logistics.incident.IncidentCases} promises. */
public abstract class IncidentCasesContract extends StoreContract {
    private static final FulfilmentId PARCEL =
            new FulfilmentId(new OrderId(new PurchaseId(new UUID(0x0199000000007000L, 0x8000000000000001L)), 1), 2);

    @Test
    void a_case_is_found_again_in_full_at_every_stage() {
        IncidentCase opened = opened(1);
        IncidentCase decided =
                opened.claimed("claim-7").decided("the carrier is liable", TUESDAY_MORNING.plusSeconds(60));
        store.incidents().save(opened);
        assertThat(store.incidents().find(opened.id())).contains(opened);
        store.incidents().save(decided);
        assertThat(store.incidents().find(opened.id())).contains(decided);
        assertThat(store.incidents().of(PARCEL)).containsExactly(decided);
        assertThat(store.incidents().of(PARCEL.order())).containsExactly(decided);
        assertThatThrownBy(() -> store.incidents().save(decided)).isInstanceOf(StaleVersionException.class);
    }

    @Test
    void the_work_list_is_ordered_by_deadline_and_holds_open_cases_only() {
        IncidentCase later = opened(1).escalated(TUESDAY_MORNING.plusSeconds(3600));
        IncidentCase over = opened(2).to(CaseStage.RESOLVED, "over", null, TUESDAY_MORNING);
        store.incidents().save(opened(1));
        store.incidents().save(later);
        store.incidents().save(opened(2));
        store.incidents().save(over);
        store.incidents().save(opened(3));
        assertThat(store.incidents().open(9)).containsExactly(opened(3), later);
        assertThat(store.incidents().open(1)).containsExactly(opened(3));
    }

    @Test
    void a_case_is_due_at_its_next_step_or_at_its_deadline() {
        IncidentCase waiting = opened(1).to(CaseStage.REMEDY_OFFERED, "told", null, TUESDAY_MORNING);
        store.incidents().save(opened(1));
        assertThat(store.incidents().due(TUESDAY_MORNING, 9)).hasSize(1);
        store.incidents().save(waiting);
        assertThat(store.incidents().due(TUESDAY_MORNING.plus(Duration.ofDays(1)), 9))
                .isEmpty();
        assertThat(store.incidents().due(TUESDAY_MORNING.plus(Duration.ofDays(2)), 9))
                .containsExactly(waiting);
    }

    private static IncidentCase opened(int n) {
        return IncidentCase.opened(
                new UUID(0x0199000000007000L, 0x8000000000000000L + n),
                PARCEL,
                IncidentKind.LOST,
                "silent for 14 days",
                TUESDAY_MORNING);
    }
}
