package io.ordercore.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.AgencyOrder.State;
import io.ordercore.domain.party.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AgencyOrderTest {
    private static final Instant NOW = Instant.parse("2026-11-03T09:00:00Z");
    private static final InspectionId ID = new InspectionId(new UUID(1, 2));
    private static final AgencyOrder MADE = new AgencyOrder(ID, "lab", State.OPEN, 0, NOW, null, null, 1);

    @Test
    void who_asks_has_it_alone_until_then_and_counts_the_attempt() {
        assertThat(MADE.asking(NOW.plusSeconds(30)))
                .isEqualTo(new AgencyOrder(ID, "lab", State.OPEN, 1, NOW.plusSeconds(30), null, null, 2));
    }

    @Test
    void an_order_that_is_taken_or_refused_is_never_asked_for_again() {
        AgencyOrder asked = MADE.asking(NOW);
        assertThat(asked.taken("A-7")).isEqualTo(new AgencyOrder(ID, "lab", State.TAKEN, 1, null, "A-7", null, 3));
        assertThat(asked.taken(null).reference()).isNull();
        assertThat(asked.refused("no toys"))
                .isEqualTo(new AgencyOrder(ID, "lab", State.REFUSED, 1, null, null, "no toys", 3));
    }

    @ParameterizedTest
    @CsvSource({
        "0, , PT1S",
        "1, , PT2S",
        "5, , PT32S",
        "12, , PT4096S",
        "13, , PT4096S",
        "200, , PT4096S",
        "5, PT31S, PT32S",
        "5, PT33S, PT33S",
    })
    void one_that_is_not_answered_waits_twice_as_long_each_time_or_as_long_as_the_agency_asks(
            int attempts, @Nullable Duration atLeast, Duration wait) {
        AgencyOrder asked = new AgencyOrder(ID, "lab", State.OPEN, attempts, null, null, null, 4);

        assertThat(asked.unanswered("timeout", atLeast, NOW))
                .isEqualTo(new AgencyOrder(ID, "lab", State.OPEN, attempts, NOW.plus(wait), null, "timeout", 5));
    }

    @Test
    void an_agencys_words_are_kept_to_500_characters() {
        assertThat(MADE.refused("x".repeat(500)).problem()).hasSize(500);
        assertThat(MADE.refused("x".repeat(501)).problem()).hasSize(500);
        assertThat(MADE.taken("x".repeat(501)).reference()).hasSize(500);
    }

    @Test
    void an_order_made_is_asked_for_at_once() {
        Inspection inspection = Inspection.ordered(
                ID,
                new Lot(new MerchantId("tea-house"), new Sku("kettle"), "kettles", 1_000, true),
                "lab",
                new FairDraw("0f".repeat(32), "lot-1"),
                Map.of(),
                InspectionPolicy.STANDARD,
                false,
                NOW);

        assertThat(AgencyOrder.made(inspection, NOW)).isEqualTo(MADE);
    }
}
