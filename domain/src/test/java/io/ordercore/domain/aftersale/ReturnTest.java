package io.ordercore.domain.aftersale;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.OrderModification.AddedLine;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReturnTest {
    private static final Instant UNTIL = TUESDAY_MORNING.plus(Duration.ofDays(7));

    @Test
    void every_unit_has_a_number_line_by_line_and_is_awaited() {
        Return asked = asked(null, true);

        assertThat(asked.units())
                .containsExactly(
                        new ReturnUnit(1, 1, Reception.AWAITING, Acceptance.PENDING),
                        new ReturnUnit(2, 1, Reception.AWAITING, Acceptance.PENDING),
                        new ReturnUnit(3, 3, Reception.AWAITING, Acceptance.PENDING));
        assertThat(asked.lines()).isEqualTo(Map.of(1, 2, 3, 1));
        assertThat(asked.status()).isEqualTo(ReturnStatus.APPROVED);
        assertThat(asked.version()).isEqualTo(1);
        assertThat(asked(null, false).status()).isEqualTo(ReturnStatus.REQUESTED);
        assertThat(asked).hasToString("Return[" + asked.id() + " APPROVED]");
    }

    @Test
    void a_return_has_units() {
        assertThatThrownBy(() -> Return.requested(
                        id(), order(1), Reason.DEFECTIVE, Map.of(), null, yuan("0.00"), true, LI_HERSELF, UNTIL, UNTIL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_comes_back_as_it_should_goes_to_the_shelf_and_is_paid_back() {
        Return received = changed(changed(asked(null, true).sent("SF1")).received(Map.of()));
        assertThat(received.trackingNumber()).isEqualTo("SF1");
        assertThat(received.units()).extracting(ReturnUnit::reception).containsOnly(Reception.RECEIVED);

        Return inspected = changed(received.inspected(Map.of(2, Acceptance.ACCEPTED_UNSELLABLE)));
        assertThat(inspected.status()).isEqualTo(ReturnStatus.INSPECTED);
        assertThat(inspected.takenBack()).isEqualTo(Map.of(1, 2, 3, 1));
        assertThat(inspected.sellable()).isEqualTo(Map.of(1, 1, 3, 1));
        assertThat(inspected.notTakenBack()).isEmpty();
        assertThat(inspected.settled().status()).isEqualTo(ReturnStatus.REFUNDED);
        assertThat(inspected.settled().version()).isEqualTo(5);
        assertThat(inspected.settled().trackingNumber()).isEqualTo("SF1");
    }

    @Test
    void what_did_not_come_or_is_not_as_it_was_stays_the_buyers() {
        Return received = changed(asked(null, true).received(Map.of(1, Reception.WRONG_ITEM)));
        Return inspected = changed(received.inspected(Map.of(2, Acceptance.REJECTED)));

        assertThat(inspected.units())
                .extracting(ReturnUnit::acceptance)
                .containsExactly(Acceptance.REJECTED, Acceptance.REJECTED, Acceptance.ACCEPTED);
        assertThat(inspected.takenBack()).isEqualTo(Map.of(3, 1));
        assertThat(inspected.notTakenBack()).isEqualTo(Map.of(1, 2));
    }

    @Test
    void nothing_taken_back_closes_it_and_other_goods_are_an_exchange() {
        Return none = changed(changed(asked(null, true)
                        .received(Map.of(
                                1, Reception.SHORT_SHIPPED, 2, Reception.LOST_IN_TRANSIT, 3, Reception.WRONG_ITEM)))
                .inspected(Map.of()));
        assertThat(none.settled().status()).isEqualTo(ReturnStatus.CLOSED);

        AddedLine other = new AddedLine(new Sku("kettle-blue"), "A blue kettle", yuan("99.00"), 1);
        Return all = changed(changed(asked(other, true).received(Map.of())).inspected(Map.of()));
        assertThat(all.settled().status()).isEqualTo(ReturnStatus.EXCHANGED);
        assertThatThrownBy(all.settled()::settled).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void while_somebody_must_look_again_it_stays_received() {
        Return received = changed(asked(null, true).received(Map.of()));
        Return looked = changed(received.inspected(Map.of(3, Acceptance.MANUAL_INTERVENTION_REQUIRED)));

        assertThat(looked.status()).isEqualTo(ReturnStatus.RECEIVED);
        assertThat(looked.version()).isEqualTo(received.version() + 1);
        assertThat(changed(looked.inspected(Map.of())).status()).isEqualTo(ReturnStatus.INSPECTED);
        assertThat(reasons(asked(null, true).inspected(Map.of(1, Acceptance.PENDING))))
                .as("what was not received cannot be looked at")
                .containsExactly(AfterSaleRefusal.WRONG_STATUS);
    }

    @Test
    void units_it_does_not_have_are_unknown() {
        Return asked = asked(null, true);
        for (int number : List.of(0, 4)) {
            assertThat(reasons(asked.received(Map.of(number, Reception.WRONG_ITEM))))
                    .containsExactly(AfterSaleRefusal.UNKNOWN_UNIT);
            assertThat(reasons(asked.inspected(Map.of(number, Acceptance.REJECTED))))
                    .containsExactly(AfterSaleRefusal.UNKNOWN_UNIT);
        }
        assertThat(changed(asked.received(Map.of(1, Reception.WRONG_ITEM, 3, Reception.WRONG_ITEM)))
                        .status())
                .isEqualTo(ReturnStatus.RECEIVED);
    }

    @Test
    void declined_taken_back_or_never_sent_no_unit_comes() {
        Return requested = asked(null, false);
        Return declined = changed(requested.decline());
        assertThat(declined.status()).isEqualTo(ReturnStatus.DECLINED);
        assertThat(declined.units()).extracting(ReturnUnit::reception).containsOnly(Reception.CANCELLED);
        Return cancelled = changed(requested.cancel());
        assertThat(cancelled.status()).isEqualTo(ReturnStatus.CANCELLED);
        assertThat(cancelled.units()).extracting(ReturnUnit::reception).containsOnly(Reception.CANCELLED);
        Return expired = changed(requested.expire());
        assertThat(expired.status()).isEqualTo(ReturnStatus.EXPIRED);
        assertThat(expired.units()).extracting(ReturnUnit::reception).containsOnly(Reception.EXPIRED);
        Return approved = changed(requested.approve());
        assertThat(approved.status()).isEqualTo(ReturnStatus.APPROVED);
        assertThat(approved.units()).isEqualTo(requested.units());
        assertThat(reasons(approved.decline())).containsExactly(AfterSaleRefusal.WRONG_STATUS);
        assertThat(reasons(requested.sent("SF1"))).containsExactly(AfterSaleRefusal.WRONG_STATUS);
    }

    @Test
    void it_is_over_at_its_end_unless_the_goods_are_on_their_way() {
        for (Return waiting : List.of(asked(null, false), asked(null, true))) {
            assertThat(waiting.isOver(UNTIL.minusSeconds(1))).isFalse();
            assertThat(waiting.isOver(UNTIL)).isTrue();
        }
        assertThat(changed(asked(null, true).sent("SF1")).isOver(UNTIL)).isFalse();
    }

    @Test
    void it_is_open_until_nothing_can_follow() {
        assertThat(EnumSet.allOf(ReturnStatus.class))
                .filteredOn(ReturnStatus::isOpen)
                .containsExactly(
                        ReturnStatus.REQUESTED,
                        ReturnStatus.APPROVED,
                        ReturnStatus.IN_TRANSIT,
                        ReturnStatus.RECEIVED,
                        ReturnStatus.INSPECTED);
    }

    private static Return asked(@Nullable AddedLine exchange, boolean approved) {
        return Return.requested(
                id(),
                order(1),
                Reason.DEFECTIVE,
                Map.of(3, 1, 1, 2),
                exchange,
                yuan("0.00"),
                approved,
                LI_HERSELF,
                TUESDAY_MORNING,
                UNTIL);
    }

    private static ReturnId id() {
        return new ReturnId(new UUID(1, 2));
    }

    private static Return changed(ReturnDecision decision) {
        return decision.decide(new ReturnDecision.Cases<>() {
            @Override
            public Return changed(Return changed) {
                return changed;
            }

            @Override
            public Return refused(Set<AfterSaleRefusal> reasons) {
                throw new AssertionError("refused: " + reasons);
            }
        });
    }

    private static Set<AfterSaleRefusal> reasons(ReturnDecision decision) {
        return decision.decide(new ReturnDecision.Cases<>() {
            @Override
            public Set<AfterSaleRefusal> changed(Return changed) {
                throw new AssertionError("changed: " + changed);
            }

            @Override
            public Set<AfterSaleRefusal> refused(Set<AfterSaleRefusal> reasons) {
                return reasons;
            }
        });
    }
}
