package io.ordercore.bootstrap.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.adapters.persistence.memory.MemoryStore;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConservationTest {
    private static final CurrencyUnit CNY = CurrencyUnit.of("CNY");
    private static final List<RecordedOrder> HISTORY =
            RecordedOrder.in(Path.of("..", "docs", "examples", "order-history.csv"), CNY, ZoneOffset.UTC);

    private final Replay replay = new Replay(HISTORY, new MemoryStore());

    @Test
    void a_whole_history_conserves_everything_in_memory_too() {
        replay.run((day, done) -> {});

        assertThat(new Conservation(replay, HISTORY, CNY).violations()).isEmpty();
    }

    @Test
    void another_ending_than_the_recorded_one_is_found() {
        replay.run((day, done) -> {});
        RecordedOrder first = HISTORY.get(0);
        List<RecordedOrder> altered = new ArrayList<>(HISTORY);
        RecordedOrder other = new RecordedOrder(
                first.id(),
                first.merchant(),
                first.buyer(),
                first.sku(),
                first.units(),
                first.unitPrice(),
                RecordedOrder.Ending.SHIPPED,
                first.placedAt(),
                first.paidAt(),
                first.handedOverAt(),
                first.deliveredAt());
        altered.set(0, other);
        replay.placed().put(other, replay.placed().get(first));

        assertThat(new Conservation(replay, altered, CNY).violations())
                .singleElement()
                .asString()
                .contains(first.id(), "COMPLETED", "SHIPPED");
    }

    @Test
    void an_order_that_was_never_played_is_found() {
        replay.run((day, done) -> {});
        replay.placed().remove(HISTORY.get(5));

        assertThat(new Conservation(replay, HISTORY, CNY).violations())
                .anySatisfy(violation ->
                        assertThat(violation).contains(HISTORY.get(5).id(), "not placed"));
    }
}
