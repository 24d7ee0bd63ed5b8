package io.ordercore.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LotDrawTest {
    private static final Instant NOW = Instant.parse("2026-11-03T09:00:00Z");
    private static final LotDraw FIRST =
            LotDraw.first(new UUID(1, 2), new MerchantId("tea-house"), new Sku("kettle"), "ab".repeat(32), NOW);

    @Test
    void a_first_lot_is_counted_after_a_day_and_each_after_it_after_a_week() {
        assertThat(FIRST.committedAt()).isEqualTo(NOW);
        assertThat(FIRST.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(FIRST.drawn()).isNull();

        LotDraw next = FIRST.next(new UUID(1, 3), "cd".repeat(32), FIRST.dueAt());
        assertThat(next.id()).isEqualTo(new UUID(1, 3));
        assertThat(next.merchant()).isEqualTo(FIRST.merchant());
        assertThat(next.sku()).isEqualTo(FIRST.sku());
        assertThat(next.draw()).isEqualTo(new FairDraw("cd".repeat(32), new UUID(1, 3).toString()));
        assertThat(next.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(8)));
    }

    @Test
    void what_came_of_it_is_kept_with_the_seed() {
        LotDraw.Drawn drawn = new LotDraw.Drawn(
                FIRST.dueAt(),
                80,
                new LotRisk("tea", false, false, false, 0, false),
                SelectionReason.ROUTINE,
                List.of("lab"),
                null);

        LotDraw over = FIRST.drawn(drawn);

        assertThat(over.drawn()).isEqualTo(drawn);
        assertThat(over.draw()).isEqualTo(FIRST.draw());
        assertThat(over.dueAt()).isEqualTo(FIRST.dueAt());
    }

    @Test
    void anybody_can_tell_from_the_seed_whether_the_lot_is_selected_and_by_whom_it_is_inspected() {
        List<String> agencies = List.of("north", "south", "west");
        for (int i = 0; i < 100; i++) {
            UUID id = new UUID(7, i);
            LotDraw draw = LotDraw.first(id, new MerchantId("tea-house"), new Sku("kettle"), "0f".repeat(32), NOW);
            FairDraw checked = new FairDraw("0f".repeat(32), id.toString());

            assertThat(draw.selects(SelectionReason.NEW_MERCHANT)).isTrue();
            assertThat(draw.selects(SelectionReason.ROUTINE)).isEqualTo(checked.number() < 2_000);
            assertThat(draw.agency(agencies)).isEqualTo(agencies.get(checked.choice("agency", 3)));
        }
    }
}
