package io.ordercore.domain.modification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RuledTest {
    private final Ruled allowed = of(Ruling.ALLOW, RulingReason.IN_PLACE, Set.of(), Set.of(), List.of());
    private final Ruled charged =
            of(Ruling.ALLOW_WITH_FEE, RulingReason.LABEL_PRINTED, Set.of(), Set.of(FeeKind.RELABEL), List.of());
    private final Ruled asked = of(
            Ruling.NEEDS_APPROVAL,
            RulingReason.WITH_WAREHOUSE,
            Set.of(Approver.WAREHOUSE),
            Set.of(),
            List.of(Alternative.NEW_ORDER));
    private final Ruled offered = of(
            Ruling.OFFER_ALTERNATIVE,
            RulingReason.WITH_CARRIER,
            Set.of(),
            Set.of(),
            List.of(Alternative.INTERCEPT_AND_RESHIP, Alternative.RESCHEDULE_WITH_CARRIER));
    private final Ruled denied = of(Ruling.DENY, RulingReason.RETURN_WINDOW_OVER, Set.of(), Set.of(), List.of());

    @Test
    void a_ruling_has_a_reason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ruled(Ruling.ALLOW, Set.of(), Set.of(), false, Set.of(), List.of()));
    }

    @Test
    void two_together_are_as_strict_as_the_stricter_and_need_what_both_need() {
        Ruled both = charged.and(asked);
        assertThat(both.ruling()).isEqualTo(Ruling.NEEDS_APPROVAL);
        assertThat(both.reasons()).containsExactly(RulingReason.LABEL_PRINTED, RulingReason.WITH_WAREHOUSE);
        assertThat(both.approvers()).containsExactly(Approver.WAREHOUSE);
        assertThat(both.fees()).containsExactly(FeeKind.RELABEL);
        assertThat(both.alternatives()).containsExactly(Alternative.NEW_ORDER);
        assertThat(asked.and(charged).ruling()).isEqualTo(Ruling.NEEDS_APPROVAL);
        assertThat(allowed.and(allowed)).isSameAs(allowed);
    }

    @Test
    void the_ways_of_both_are_offered_once_each_and_none_beside_a_denial() {
        assertThat(asked.and(offered).alternatives())
                .containsExactly(
                        Alternative.NEW_ORDER, Alternative.INTERCEPT_AND_RESHIP, Alternative.RESCHEDULE_WITH_CARRIER);
        assertThat(offered.and(offered.denied(RulingReason.ORDER_ENDED)).alternatives())
                .isEmpty();
        assertThat(offered.and(charged).alternatives()).hasSize(2);
    }

    @Test
    void the_buyer_is_asked_if_either_asks() {
        assertThat(allowed.agreedByBuyer().and(charged).consent()).isTrue();
        assertThat(charged.and(allowed.agreedByBuyer()).consent()).isTrue();
        assertThat(charged.and(allowed).consent()).isFalse();
    }

    @Test
    void a_denial_keeps_its_reasons_and_nothing_else() {
        assertThat(asked.denied(RulingReason.ORDER_ENDED))
                .isEqualTo(new Ruled(
                        Ruling.DENY,
                        Set.of(RulingReason.WITH_WAREHOUSE, RulingReason.ORDER_ENDED),
                        Set.of(),
                        false,
                        Set.of(),
                        List.of()));
    }

    @Test
    void only_some_ways_leave_no_fee_and_nobody_to_ask() {
        Ruled only = charged.only(List.of(Alternative.NEW_ORDER), RulingReason.PAST_CUT_OFF);
        assertThat(only)
                .isEqualTo(new Ruled(
                        Ruling.OFFER_ALTERNATIVE,
                        Set.of(RulingReason.LABEL_PRINTED, RulingReason.PAST_CUT_OFF),
                        Set.of(),
                        false,
                        Set.of(),
                        List.of(Alternative.NEW_ORDER)));
    }

    @Test
    void a_way_that_is_taken_costs_what_it_costs_and_is_no_alternative_any_more() {
        Ruled resent = offered.by(Alternative.INTERCEPT_AND_RESHIP);
        assertThat(resent.ruling()).isEqualTo(Ruling.ALLOW_WITH_FEE);
        assertThat(resent.fees()).containsExactly(FeeKind.INTERCEPT, FeeKind.RESHIP);
        assertThat(resent.alternatives()).containsExactly(Alternative.RESCHEDULE_WITH_CARRIER);
        Ruled rescheduled = offered.by(Alternative.RESCHEDULE_WITH_CARRIER);
        assertThat(rescheduled.ruling()).isEqualTo(Ruling.ALLOW);
        assertThat(rescheduled.fees()).isEmpty();
    }

    @Test
    void nobody_is_asked_about_what_is_refused_already() {
        assertThat(denied.approvedBy(Approver.SUPERVISOR, RulingReason.RISK_HOLD))
                .isSameAs(denied);
        assertThat(offered.agreedByBuyer()).isSameAs(offered);
    }

    @Test
    void whoever_is_asked_besides_is_added() {
        Ruled asksBoth = asked.approvedBy(Approver.SUPERVISOR, RulingReason.RISK_HOLD);
        assertThat(asksBoth.approvers()).containsExactly(Approver.WAREHOUSE, Approver.SUPERVISOR);
        assertThat(asksBoth.reasons()).containsExactly(RulingReason.WITH_WAREHOUSE, RulingReason.RISK_HOLD);
        assertThat(asksBoth.alternatives()).isEqualTo(asked.alternatives());
        Ruled paid = charged.approvedBy(Approver.SUPERVISOR, RulingReason.RISK_HOLD);
        assertThat(paid.ruling()).isEqualTo(Ruling.NEEDS_APPROVAL);
        assertThat(paid.fees()).containsExactly(FeeKind.RELABEL);
        assertThat(allowed.agreedByBuyer().reasons())
                .containsExactly(RulingReason.IN_PLACE, RulingReason.BUYER_MUST_AGREE);
    }

    private static Ruled of(
            Ruling ruling,
            RulingReason reason,
            Set<Approver> approvers,
            Set<FeeKind> fees,
            List<Alternative> alternatives) {
        return new Ruled(ruling, Set.of(reason), approvers, false, fees, alternatives);
    }
}
