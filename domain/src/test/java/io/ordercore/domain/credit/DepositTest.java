package io.ordercore.domain.credit;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DepositTest {
    private static final Instant NOW = TUESDAY_MORNING;
    private static final Duration TERM = Duration.ofDays(3);

    private final Deposit empty = Deposit.empty(TEA_HOUSE, CurrencyUnit.of("CNY"), NOW);
    private final Deposit hundred = empty.having(DepositEntry.toppedUp(empty, yuan("100.00"), "bank-1", NOW));

    @Test
    void it_lacks_what_is_missing_to_its_target_and_nothing_when_full() {
        assertThat(hundred.lacking(yuan("130.00"))).isEqualTo(yuan("30.00"));
        assertThat(hundred.lacking(yuan("100.00"))).isEqualTo(yuan("0.00"));
        assertThat(hundred.excess(yuan("130.00"))).isEqualTo(yuan("0.00"));
        assertThat(hundred.excess(yuan("99.99"))).isEqualTo(yuan("0.01"));
    }

    @Test
    void what_is_over_the_target_goes_back_after_a_settlement_term() {
        Deposit seen = hundred.checked(yuan("40.00"), TERM, NOW);
        assertThat(seen.releaseAt()).isEqualTo(NOW.plus(TERM));
        assertThat(seen.due(yuan("40.00"), NOW.plus(TERM).minusSeconds(1))).isEqualTo(yuan("0.00"));
        assertThat(seen.due(yuan("40.00"), NOW.plus(TERM))).isEqualTo(yuan("60.00"));
        assertThat(seen.checked(yuan("50.00"), TERM, NOW.plusSeconds(9)).releaseAt())
                .isEqualTo(NOW.plus(TERM));
        assertThat(seen.having(DepositEntry.released(seen, yuan("60.00"), NOW)).held())
                .isEqualTo(yuan("40.00"));
    }

    @Test
    void what_is_needed_again_stays() {
        Deposit seen = hundred.checked(yuan("40.00"), TERM, NOW);
        assertThat(seen.checked(yuan("100.00"), TERM, NOW.plusSeconds(9)).releaseAt())
                .isNull();
        assertThat(seen.due(yuan("120.00"), NOW.plus(TERM))).isEqualTo(yuan("0.00"));
    }

    @Test
    void it_is_looked_at_daily_and_on_the_day_of_its_release() {
        assertThat(empty.checkAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(hundred.checked(yuan("40.00"), TERM, NOW).checkAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(hundred.checked(yuan("40.00"), Duration.ofHours(5), NOW).checkAt())
                .isEqualTo(NOW.plus(Duration.ofHours(5)));
        Deposit kept = hundred.checked(yuan("40.00"), TERM, NOW).keptUntil(NOW.plusSeconds(60));
        assertThat(kept.checkAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(kept.releaseAt()).isEqualTo(NOW.plus(TERM));
        assertThat(kept.version()).isEqualTo(3);
    }

    @Test
    void bookings_add_up_and_none_is_of_nothing() {
        DepositEntry withheld = DepositEntry.withheld(hundred, yuan("0.01"), order(1), NOW);
        assertThat(withheld.heldAfter()).isEqualTo(yuan("100.01"));
        assertThat(withheld.signed()).isEqualTo(yuan("0.01"));
        assertThat(DepositEntry.released(hundred, yuan("1.00"), NOW).signed()).isEqualTo(yuan("-1.00"));
        assertThat(hundred.having(DepositEntry.forfeited(hundred, yuan("40.00"), "case-1", NOW))
                        .held())
                .isEqualTo(yuan("60.00"));
        assertThat(DepositEntry.forfeited(hundred, yuan("1.00"), "case-1", NOW).signed())
                .isEqualTo(yuan("-1.00"));
        assertThatThrownBy(() -> DepositEntry.toppedUp(empty, yuan("0.00"), "bank-2", NOW))
                .isInstanceOf(IllegalArgumentException.class);
        DepositEntry tooMuch = DepositEntry.released(hundred, yuan("100.01"), NOW);
        assertThatThrownBy(() -> hundred.having(tooMuch)).isInstanceOf(IllegalArgumentException.class);
    }
}
