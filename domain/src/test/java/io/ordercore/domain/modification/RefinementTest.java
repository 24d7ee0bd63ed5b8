package io.ordercore.domain.modification;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.order.Hold;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderOperation;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Channel;
import io.ordercore.domain.party.Role;
import io.ordercore.domain.testkit.OrderBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RefinementTest {
    private static final Order PAID = anOrder().paid().build();
    private static final Actor AGENT = new Actor("agent-7", Role.AGENT, Channel.HOTLINE, "MOVED_HOUSE");

    @Test
    void the_buyer_alone_decides_in_place() {
        assertThat(rule(ChangeKind.ADDRESS, Stage.CONFIRMED, PAID, LI_HERSELF, null))
                .isEqualTo(ModificationPolicy.STANDARD.cell(ChangeKind.ADDRESS, Stage.CONFIRMED));
    }

    @Test
    void an_agents_proposal_needs_the_buyer() {
        Ruled ruled = rule(ChangeKind.ADDRESS, Stage.CONFIRMED, PAID, AGENT, "call-1");

        assertThat(ruled.consent()).isTrue();
        assertThat(ruled.reasons()).containsExactly(RulingReason.IN_PLACE, RulingReason.BUYER_MUST_AGREE);
    }

    @Test
    void an_agent_without_proof_reason_or_channel_is_denied() {
        for (Ruled ruled : List.of(
                rule(ChangeKind.ADDRESS, Stage.CONFIRMED, PAID, AGENT, null),
                rule(ChangeKind.ADDRESS, Stage.CONFIRMED, PAID, AGENT.because(null), "call-1"),
                rule(ChangeKind.ADDRESS, Stage.CONFIRMED, PAID, Actor.of("agent-7", Role.AGENT), "call-1"))) {
            assertThat(ruled.ruling()).isEqualTo(Ruling.DENY);
            assertThat(ruled.reasons()).contains(RulingReason.EVIDENCE_MISSING);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"WAREHOUSE", "REVIEWER", "INSPECTOR", "CARRIER"})
    void these_roles_change_no_orders(Role role) {
        Ruled ruled = rule(ChangeKind.NOTE, Stage.CONFIRMED, PAID, Actor.of("somebody", role), null);

        assertThat(ruled.ruling()).isEqualTo(Ruling.DENY);
        assertThat(ruled.reasons()).contains(RulingReason.ACTOR_MAY_NOT);
    }

    @Test
    void under_a_risk_hold_the_destination_needs_a_supervisor_and_the_rest_does_not() {
        Order held = held(Hold.of(Hold.Type.RISK, "velocity", TUESDAY_MORNING));

        assertThat(rule(ChangeKind.ADDRESS, Stage.CONFIRMED, held, LI_HERSELF, null)
                        .approvers())
                .containsExactly(Approver.SUPERVISOR);
        assertThat(rule(ChangeKind.VARIANT, Stage.CONFIRMED, held, LI_HERSELF, null)
                        .ruling())
                .isEqualTo(Ruling.ALLOW);
    }

    @Test
    void a_sanctioned_merchant_sells_nothing_more_but_still_takes_back() {
        Order held = held(Hold.of(Hold.Type.MERCHANT_SANCTION, "tier", TUESDAY_MORNING));

        assertThat(rule(ChangeKind.ADD_LINE, Stage.CONFIRMED, held, LI_HERSELF, null)
                        .reasons())
                .contains(RulingReason.MERCHANT_SANCTIONED);
        assertThat(rule(ChangeKind.DROP_LINE, Stage.CONFIRMED, held, LI_HERSELF, null)
                        .ruling())
                .isEqualTo(Ruling.ALLOW);
    }

    @Test
    void a_hold_on_modifying_blocks_every_kind() {
        Order held = held(new Hold(Hold.Type.QUALITY, Set.of(OrderOperation.MODIFY), "recall", TUESDAY_MORNING));

        for (ChangeKind kind : ChangeKind.values()) {
            assertThat(rule(kind, Stage.CONFIRMED, held, LI_HERSELF, null).reasons())
                    .contains(RulingReason.ORDER_ON_HOLD);
        }
    }

    @Test
    void past_the_carriers_cut_off_a_packed_parcel_counts_as_handed_over() {
        Standing late = new Standing(PAID, List.of(), Set.of(), TUESDAY_MORNING, Duration.ofDays(7), false);

        Ruled ruled = Rulings.rule(
                ModificationPolicy.STANDARD,
                new Asked(ChangeKind.ADDRESS, Stage.PACKED, late, LI_HERSELF, null, TUESDAY_MORNING));

        assertThat(ruled.ruling()).isEqualTo(Ruling.OFFER_ALTERNATIVE);
        assertThat(ruled.reasons()).contains(RulingReason.PAST_CUT_OFF);
        assertThat(ruled.alternatives())
                .containsExactly(Alternative.INTERCEPT_AND_REDIRECT, Alternative.REFUSE_AT_DOOR);
    }

    @Test
    void a_cancelled_order_says_so() {
        Order cancelled = OrderBuilder.changed(PAID.cancel(Map.of(), LI_HERSELF, TUESDAY_MORNING));

        assertThat(rule(ChangeKind.ADDRESS, Stage.CONFIRMED, cancelled, LI_HERSELF, null)
                        .reasons())
                .contains(RulingReason.ORDER_ENDED);
    }

    @Test
    void nothing_changes_while_a_payment_runs() {
        Standing paying = new Standing(PAID, List.of(), Set.of(), null, Duration.ofDays(7), true);

        Ruled ruled = Rulings.rule(
                ModificationPolicy.STANDARD,
                new Asked(ChangeKind.VARIANT, Stage.CONFIRMED, paying, LI_HERSELF, null, TUESDAY_MORNING));

        assertThat(ruled.reasons()).contains(RulingReason.PAYMENT_UNDER_WAY);
    }

    @Test
    void an_explanation_names_the_cell_and_what_refined_it() {
        Asked asked =
                new Asked(ChangeKind.ADDRESS, Stage.CONFIRMED, Standing.of(PAID), AGENT, "call-1", TUESDAY_MORNING);

        Rulings.Explanation explanation = Rulings.explain(ModificationPolicy.STANDARD, asked);

        assertThat(explanation.cell().ruling()).isEqualTo(Ruling.ALLOW);
        assertThat(explanation.refinedBy()).containsExactly("BUYERS_AGREE_TO_OTHERS_PROPOSALS");
        assertThat(explanation.ruled()).isEqualTo(Rulings.rule(ModificationPolicy.STANDARD, asked));
    }

    @Test
    void a_fee_without_a_price_in_the_orders_currency_goes_to_a_supervisor() {
        assertThat(ModificationPolicy.STANDARD.fee(FeeKind.RELABEL, CurrencyUnit.of("CNY")))
                .contains(Money.parse("CNY 5.00"));
        assertThat(ModificationPolicy.STANDARD.fee(FeeKind.RELABEL, CurrencyUnit.of("CHF")))
                .isEmpty();
    }

    private static Order held(Hold hold) {
        return OrderBuilder.changed(PAID.hold(hold, Actor.system("test"), TUESDAY_MORNING));
    }

    private static Ruled rule(ChangeKind kind, Stage stage, Order order, Actor actor, @Nullable String proof) {
        Instant now = TUESDAY_MORNING;
        return Rulings.rule(ModificationPolicy.STANDARD, new Asked(kind, stage, Standing.of(order), actor, proof, now));
    }
}
