package io.ordercore.domain.notice.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WebhookEndpointTest {
    private static final Instant NOW = Instant.parse("2026-11-03T09:00:00Z");
    private static final WebhookSecret FIRST = WebhookSecret.of(new byte[32]);

    @ParameterizedTest
    @CsvSource({
        ", order.placed, tea-house, true",
        ", order.placed, , true",
        "tea-house, order.placed, tea-house, true",
        "tea-house, order.placed, other, false",
        "tea-house, order.placed, , false",
        ", notice.parcel-lost, , true",
        ", notice.parcel-lost-again, , false",
        ", order, , false"
    })
    void an_endpoint_wants_its_own_merchants_messages_of_the_types_it_named(
            @Nullable String merchant, String type, @Nullable String owner, boolean wanted) {
        assertThat(endpoint(merchant).wants(type, owner)).isEqualTo(wanted);
    }

    @Test
    void the_old_secret_signs_for_another_day() {
        WebhookSecret second = WebhookSecret.of(new byte[24]);
        WebhookEndpoint rotated = endpoint(null).rotated(second, NOW);
        assertThat(rotated.inUse(NOW)).extracting(WebhookSecret::text).containsExactly(second.text(), FIRST.text());
        assertThat(rotated.inUse(NOW.plus(Duration.ofDays(1)))).containsExactly(second);
    }

    @Test
    void failures_hold_it_longer_and_longer_and_end_it_after_five_days() {
        Random random = new Random(7);
        WebhookEndpoint once = endpoint(null).failed(NOW, random);
        assertThat(once.heldUntil()).isBetween(NOW.plusSeconds(4), NOW.plusSeconds(6));
        WebhookEndpoint often = once.failed(NOW, random).failed(NOW, random).failed(NOW, random);
        assertThat(often.heldUntil()).isBetween(NOW.plusSeconds(1440), NOW.plusSeconds(2160));
        assertThat(often.answered().failures()).isZero();
        assertThat(often.answered().heldUntil()).isNull();
        assertThat(often.failed(NOW.plus(WebhookEndpoint.PATIENCE), random).enabled())
                .isFalse();
        assertThat(often.failed(NOW.plus(Duration.ofDays(4)), random).enabled()).isTrue();
    }

    @Test
    void a_message_is_tried_ten_times() {
        Random random = new Random(7);
        for (int tried = 1; tried < 10; tried++) {
            assertThat(RetrySchedule.next(tried, NOW, random)).isPresent();
        }
        assertThat(RetrySchedule.next(10, NOW, random)).isEmpty();
    }

    @Test
    void a_secret_has_24_to_64_bytes_and_is_never_printed() {
        assertThatThrownBy(() -> WebhookSecret.of(new byte[23])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WebhookSecret.of(new byte[65])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WebhookSecret("secret", null)).isInstanceOf(IllegalArgumentException.class);
        assertThat(FIRST.toString()).isEqualTo("WebhookSecret[in use]");
    }

    private static WebhookEndpoint endpoint(@Nullable String merchant) {
        return WebhookEndpoint.registered(
                new UUID(1, 2),
                merchant,
                URI.create("https://shop.example/"),
                Set.of("order.", "notice.parcel-lost"),
                FIRST,
                NOW);
    }
}
