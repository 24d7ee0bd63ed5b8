package io.ordercore.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.PurchaseId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IdsTest {
    private static final Instant NOW = Instant.parse("2026-11-03T09:00:00Z");

    @Test
    void what_is_given_later_sorts_later_even_within_one_millisecond() {
        Ids ids = Ids.timeOrdered(Clock.fixed(NOW, ZoneOffset.UTC), new Random(7));
        List<UUID> given = Stream.generate(ids::next).limit(10_000).toList();
        assertThat(given.stream().map(UUID::toString)).isSorted().doesNotHaveDuplicates();
    }

    /** In a map a key is told from its neighbours by its hash; a hash that is shared costs a comparison at every read. */
    @Test
    void orders_hardly_ever_share_a_hash() {
        Ids ids = Ids.timeOrdered(Clock.fixed(NOW, ZoneOffset.UTC), new Random(7));
        assertThat(Stream.generate(ids::next)
                        .limit(10_000)
                        .map(id -> new OrderId(new PurchaseId(id), 1).hashCode())
                        .distinct())
                .hasSizeGreaterThan(9_990);
    }

    @Test
    void an_identifier_tells_its_millisecond_version_and_variant() {
        UUID id =
                Ids.timeOrdered(Clock.fixed(NOW, ZoneOffset.UTC), new Random(7)).next();
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }
}
