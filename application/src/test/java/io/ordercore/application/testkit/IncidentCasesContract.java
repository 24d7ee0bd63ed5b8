package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.logistics.incident.IncidentCases.Filter;
import io.ordercore.application.logistics.incident.IncidentRate;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.incident.CaseStage;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.incident.Remedy;
import io.ordercore.domain.logistics.incident.Voucher;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.party.BuyerId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What every {@link io.ordercore.application.logistics.incident.IncidentCases} promises. */
public abstract class IncidentCasesContract extends StoreContract {
    private static final FulfilmentId PARCEL =
            new FulfilmentId(new OrderId(new PurchaseId(new UUID(0x0199000000007000L, 0x8000000000000001L)), 1), 2);

    @Test
    void a_case_is_found_again_in_full_at_every_stage() {
        IncidentCase opened = opened(1);
        IncidentCase decided =
                opened.withCarrierRef("claim-7").decided("the carrier is liable", TUESDAY_MORNING.plusSeconds(60));
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
        assertThat(store.incidents().open(Filter.ALL, 9)).containsExactly(opened(3), later);
        assertThat(store.incidents().open(Filter.ALL, 1)).containsExactly(opened(3));
        assertThat(store.incidents().open(new Filter(null, null, true), 9)).containsExactly(later);
        assertThat(store.incidents().open(new Filter(IncidentKind.LOST, CaseStage.OPEN, false), 1))
                .containsExactly(opened(3));
        assertThat(store.incidents().open(new Filter(IncidentKind.DAMAGED, null, false), 9))
                .isEmpty();
        assertThat(store.incidents().open(new Filter(null, CaseStage.REMEDY_OFFERED, false), 9))
                .isEmpty();
    }

    @Test
    void what_is_offered_and_chosen_is_kept() {
        IncidentCase offered = opened(1)
                .offering(List.of(Remedy.REFUND, Remedy.RESHIP), Duration.ofDays(2), "offered", TUESDAY_MORNING);
        IncidentCase done = offered.remediedBy(Remedy.RESHIP, "RESHIP by li", TUESDAY_MORNING.plusSeconds(9));
        store.incidents().save(opened(1));
        store.incidents().save(offered);
        assertThat(store.incidents().find(offered.id())).contains(offered);
        store.incidents().save(done);
        assertThat(store.incidents().find(offered.id())).contains(done);
    }

    @Test
    void rates_count_parcels_not_cases_by_carrier_and_lane() {
        CarrierCode sf = new CarrierCode("sf-express");
        CarrierCode dhl = new CarrierCode("dhl");
        store.incidents().handedOver(PARCEL, sf, "CN/Zhejiang", TUESDAY_MORNING);
        store.incidents().handedOver(PARCEL, sf, "CN/Zhejiang", TUESDAY_MORNING);
        store.incidents().handedOver(parcel(3), sf, "CN/Zhejiang", TUESDAY_MORNING);
        store.incidents().handedOver(parcel(4), sf, "CN/Beijing", TUESDAY_MORNING);
        store.incidents().handedOver(parcel(5), dhl, "CN/Zhejiang", TUESDAY_MORNING.minusSeconds(1));
        store.incidents().save(opened(1));
        store.incidents().save(opened(2));
        assertThat(store.incidents().rates(TUESDAY_MORNING, 9))
                .containsExactly(
                        new IncidentRate(sf, "CN/Zhejiang", 2, Map.of(IncidentKind.LOST, 1L), 1),
                        new IncidentRate(sf, "CN/Beijing", 1, Map.of(), 0));
        assertThat(store.incidents().rates(TUESDAY_MORNING, 1)).hasSize(1);
    }

    @Test
    void one_case_gives_one_voucher() {
        Voucher first = voucher("V1", "case-1");
        Voucher second = voucher("V3", "case-2");
        assertThat(store.vouchers().issue(first)).isTrue();
        assertThat(store.vouchers().issue(voucher("V2", "case-1"))).isFalse();
        assertThat(store.vouchers().issue(second)).isTrue();
        assertThat(store.vouchers().of(first.buyer())).containsExactly(second, first);
        assertThat(store.vouchers().of(new BuyerId("han"))).isEmpty();
    }

    private static Voucher voucher(String code, String forWhat) {
        return Voucher.issued(
                code, new BuyerId("li"), PARCEL.order(), forWhat, Money.parse("CNY 9.90"), TUESDAY_MORNING);
    }

    private static FulfilmentId parcel(int n) {
        return new FulfilmentId(PARCEL.order(), n);
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
