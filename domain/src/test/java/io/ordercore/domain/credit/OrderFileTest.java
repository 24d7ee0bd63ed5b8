package io.ordercore.domain.credit;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.credit.Evidence.End;
import io.ordercore.domain.credit.Evidence.HandOver;
import io.ordercore.domain.credit.Evidence.OrderOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderFileTest {
    private static final OutcomeTerms TERMS = OutcomeTerms.STANDARD;
    private static final Instant PLACED = TUESDAY_MORNING;
    private static final Instant PAID = PLACED.plus(Duration.ofHours(20));
    private static final Instant SHIP_BY = PAID.plus(TERMS.shipWithin());
    private static final Instant MATURE = PLACED.plus(TERMS.matureAfter());
    private static final Lane LANE = new Lane("Zhejiang", "Beijing");
    private static final OrderFile OPENED = OrderFile.opened(order(1), TEA_HOUSE, PLACED, PAID, "kettles", LANE);

    @Test
    void at_first_there_is_nothing_to_tell_until_the_limit_for_the_hand_over() {
        assertThat(OPENED.version()).isEqualTo(1);
        assertThat(OPENED.evidence(TERMS, SHIP_BY)).isEmpty();
        assertThat(OPENED.due(TERMS)).isEqualTo(SHIP_BY);
        assertThat(OPENED.evidence(TERMS, SHIP_BY.plusNanos(1_000)))
                .containsExactly(new HandOver("hand-over-" + order(1), day(SHIP_BY), true));
    }

    @Test
    void handed_over_at_the_limit_is_in_time_and_only_the_first_parcel_counts() {
        OrderFile inTime = OPENED.handedOver(SHIP_BY).handedOver(SHIP_BY.plusSeconds(1));
        assertThat(inTime.evidence(TERMS, SHIP_BY))
                .containsExactly(new HandOver("hand-over-" + order(1), day(SHIP_BY), false));
        assertThat(inTime.version()).isEqualTo(2);
        OrderFile early = OPENED.handedOver(PAID.plusSeconds(1));
        assertThat(early.due(TERMS)).isEqualTo(PAID.plusSeconds(1));
        assertThat(early.evidence(TERMS, PAID.plusSeconds(1)))
                .containsExactly(new HandOver("hand-over-" + order(1), day(PAID), false));
        OrderFile late = OPENED.handedOver(SHIP_BY.plusSeconds(1));
        assertThat(late.evidence(TERMS, SHIP_BY.plusSeconds(1)))
                .as("late from the limit on")
                .containsExactly(new HandOver("hand-over-" + order(1), day(SHIP_BY), true));
    }

    @Test
    void what_was_told_is_not_told_again() {
        OrderFile told = OPENED.handedOver(PAID).told(TERMS, PAID);
        assertThat(told.handOverTold()).isTrue();
        assertThat(told.outcomeTold()).isFalse();
        assertThat(told.evidence(TERMS, SHIP_BY)).isEmpty();
        assertThat(told.due(TERMS)).isEqualTo(MATURE);
        assertThat(told.told(TERMS, PAID).handOverTold()).isTrue();

        OrderFile all = told.told(TERMS, MATURE);
        assertThat(all.outcomeTold()).isTrue();
        assertThat(all.evidence(TERMS, MATURE)).isEmpty();
        assertThat(all.due(TERMS)).isNull();
        assertThat(all.told(TERMS, PAID).outcomeTold()).isTrue();
    }

    @Test
    void it_is_mature_when_its_time_is_over_or_its_outcome_final() {
        OrderFile sent = OPENED.handedOver(PAID).told(TERMS, PAID);
        assertThat(sent.evidence(TERMS, MATURE.minusNanos(1_000))).isEmpty();
        assertThat(sent.evidence(TERMS, MATURE)).containsExactly(outcome(MATURE, End.GOOD, Owner.UNKNOWN));

        Instant closed = MATURE.minus(Duration.ofDays(3));
        assertThat(sent.closed(closed).closed(MATURE).evidence(TERMS, closed))
                .containsExactly(outcome(closed, End.GOOD, Owner.UNKNOWN));
        assertThat(sent.closed(closed).due(TERMS)).isEqualTo(closed);
        Instant after = MATURE.plus(Duration.ofDays(3));
        assertThat(sent.closed(after).due(TERMS)).isEqualTo(MATURE);
        assertThat(sent.closed(after).evidence(TERMS, after)).containsExactly(outcome(MATURE, End.GOOD, Owner.UNKNOWN));
    }

    @Test
    void an_order_cancelled_before_its_hand_over_says_nothing_about_that() {
        OrderFile cancelled = OPENED.troubled(Problem.CANCELLED_BY_BUYER).closed(SHIP_BY.minusSeconds(1));
        assertThat(cancelled.evidence(TERMS, SHIP_BY.plusSeconds(1)))
                .containsExactly(outcome(SHIP_BY, End.CANCELLED, Owner.BUYER));
        assertThat(cancelled.handedOver(SHIP_BY).evidence(TERMS, SHIP_BY.plusSeconds(1)))
                .hasSize(2);
    }

    @Test
    void a_delivery_after_its_limit_is_trouble_and_whose_depends_on_the_hand_over() {
        Instant limit = PAID.plus(TERMS.deliverWithin());
        assertThat(OPENED.delivered(limit, TERMS)).isSameAs(OPENED);
        OrderFile late = OPENED.delivered(limit.plusSeconds(1), TERMS);
        assertThat(late.problems()).containsExactly(Problem.DELIVERED_LATE);
        assertThat(late.troubled(Problem.DELIVERED_LATE)).isSameAs(late);
        assertThat(late.handedOver(SHIP_BY).told(TERMS, SHIP_BY).evidence(TERMS, MATURE))
                .containsExactly(outcome(MATURE, End.DEFECT, Owner.CARRIER));
        assertThat(late.told(TERMS, SHIP_BY.plusSeconds(1)).evidence(TERMS, MATURE))
                .containsExactly(outcome(MATURE, End.DEFECT, Owner.MERCHANT));
    }

    @Test
    void troubles_add_up_until_the_outcome_was_told() {
        OrderFile both = OPENED.troubled(Problem.LOW_RATING).troubled(Problem.DEFECTIVE);
        assertThat(both.problems()).containsExactlyInAnyOrder(Problem.LOW_RATING, Problem.DEFECTIVE);
        OrderFile told = both.told(TERMS, MATURE);
        assertThat(told.troubled(Problem.WRONG_ITEM)).isSameAs(told);
    }

    @Test
    void it_is_stored_as_a_version() {
        assertThat(OPENED.atVersion(7).version()).isEqualTo(7);
        assertThat(OPENED.atVersion(1)).isEqualTo(OPENED);
    }

    @Test
    void periods_are_not_negative() {
        Duration day = Duration.ofDays(1);
        Duration less = Duration.ofDays(-1);
        assertThat(new OutcomeTerms(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO).shipWithin())
                .isZero();
        assertThatThrownBy(() -> new OutcomeTerms(less, day, day, day)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutcomeTerms(day, less, day, day)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutcomeTerms(day, day, day, less)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutcomeTerms(day, day, less, day)).isInstanceOf(IllegalArgumentException.class);
    }

    private static OrderOutcome outcome(Instant known, End end, Owner owner) {
        return new OrderOutcome("order-" + order(1), day(PLACED), day(known), "kettles", LANE, end, owner);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
