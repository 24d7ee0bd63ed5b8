package io.ordercore.domain.notice.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.notice.webhook.WebhookDelivery.Attempt;
import io.ordercore.domain.notice.webhook.WebhookDelivery.Status;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WebhookDeliveryTest {
    private static final Instant NOW = Instant.parse("2026-11-03T09:00:00Z");
    private static final WebhookEndpoint ENDPOINT = WebhookEndpoint.registered(
            new UUID(1, 2),
            null,
            URI.create("https://shop.example/"),
            Set.of(),
            WebhookSecret.of(new byte[32]),
            NOW.plusNanos(999));
    private static final WebhookMessage MESSAGE = new WebhookMessage(
            new UUID(1, 3), "order-1/2", null, "order.placed", Map.of("b", "2", "a", "1"), NOW.plusNanos(999));

    @Test
    void a_message_to_an_endpoint_in_use_is_sent_at_once_and_one_to_a_disabled_endpoint_is_kept() {
        WebhookDelivery pending = WebhookDelivery.of(ENDPOINT, MESSAGE, NOW.plusNanos(1_999));
        assertThat(pending)
                .isEqualTo(
                        new WebhookDelivery(ENDPOINT.id(), MESSAGE, Status.PENDING, NOW.plusNanos(1_000), List.of()));

        assertThat(WebhookDelivery.of(ENDPOINT.disabled("gone"), MESSAGE, NOW))
                .isEqualTo(new WebhookDelivery(ENDPOINT.id(), MESSAGE, Status.KEPT, null, List.of()));
    }

    @Test
    void a_message_keeps_its_data_in_order_and_its_time_as_the_store_does() {
        assertThat(MESSAGE.data().keySet()).containsExactly("a", "b");
        assertThat(MESSAGE.at()).isEqualTo(NOW);
        assertThat(answered(200).at()).isEqualTo(NOW);
        assertThat(ENDPOINT.createdAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "199, false",
        "200, true",
        "204, true",
        "299, true",
        "300, false",
        "410, false",
        "500, false",
        "0, false"
    })
    void an_answer_from_200_to_299_is_a_good_one(int status, boolean well) {
        assertThat(answered(status).wentWell()).isEqualTo(well);
    }

    @ParameterizedTest
    @CsvSource({"404, false", "410, true", "411, false"})
    void gone_is_410(int status, boolean gone) {
        assertThat(answered(status).saysGone()).isEqualTo(gone);
    }

    @Test
    void what_arrived_is_not_sent_again() {
        WebhookDelivery delivered = WebhookDelivery.of(ENDPOINT, MESSAGE, NOW)
                .tried(answered(503), new Random(7))
                .tried(answered(204), new Random(7));

        assertThat(delivered.status()).isEqualTo(Status.DELIVERED);
        assertThat(delivered.nextAt()).isNull();
        assertThat(delivered.attempts()).containsExactly(answered(503), answered(204));
    }

    @Test
    void what_did_not_arrive_is_sent_again_until_the_tenth_try_failed() {
        WebhookDelivery delivery = WebhookDelivery.of(ENDPOINT, MESSAGE, NOW);
        for (int tried = 1; tried < 10; tried++) {
            delivery = delivery.tried(answered(500), new Random(tried));
            assertThat(delivery.status()).as("after try %s", tried).isEqualTo(Status.PENDING);
            assertThat(delivery.nextAt()).isAfter(NOW);
        }
        delivery = delivery.tried(answered(500), new Random(7));

        assertThat(delivery.status()).isEqualTo(Status.FAILED);
        assertThat(delivery.nextAt()).isNull();
        assertThat(delivery.attempts()).hasSize(10);
    }

    /** Standard Webhooks: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h; a fifth more or less. */
    @ParameterizedTest
    @CsvSource({
        "1, PT5S",
        "2, PT5M",
        "3, PT30M",
        "4, PT2H",
        "5, PT5H",
        "6, PT10H",
        "7, PT14H",
        "8, PT20H",
        "9, PT24H",
    })
    void pauses_grow_and_are_jittered_by_a_fifth(int tried, Duration pause) {
        assertThat(RetrySchedule.next(tried, NOW, always(0.0)))
                .contains(NOW.plus(pause.multipliedBy(8).dividedBy(10)));
        assertThat(RetrySchedule.next(tried, NOW, always(0.5))).contains(NOW.plus(pause));
        assertThat(RetrySchedule.next(tried, NOW, always(0.75)))
                .contains(NOW.plus(pause.multipliedBy(11).dividedBy(10)));
    }

    @ParameterizedTest
    @CsvSource({"1, PT5S", "2, PT5M", "3, PT30M", "4, PT30M", "50, PT30M"})
    void an_endpoint_is_left_alone_for_half_an_hour_at_most(int failures, Duration hold) {
        assertThat(RetrySchedule.hold(failures, always(0.5))).isEqualTo(hold);
    }

    @Test
    void an_endpoint_that_is_enabled_again_starts_afresh_with_a_clean_record() {
        WebhookEndpoint failing = ENDPOINT.failed(NOW, always(0.5));
        WebhookEndpoint disabled = failing.disabled("by its owner");
        assertThat(disabled.enabled()).isFalse();
        assertThat(disabled.reason()).isEqualTo("by its owner");
        assertThat(disabled.heldUntil()).isNull();
        assertThat(disabled.version()).isEqualTo(3);

        WebhookEndpoint again = disabled.enabledAgain();
        assertThat(again.enabled()).isTrue();
        assertThat(again.reason()).isEmpty();
        assertThat(again.failures()).isZero();
        assertThat(again.failingSince()).isNull();
        assertThat(again.answered()).isSameAs(again);
    }

    @Test
    void an_endpoint_fails_for_five_days_from_its_first_failure() {
        WebhookEndpoint failing = ENDPOINT.failed(NOW, always(0.5));
        Instant end = NOW.plus(WebhookEndpoint.PATIENCE);

        WebhookEndpoint patient = failing.failed(end.minusMillis(1), always(0.5));
        assertThat(patient.enabled()).isTrue();
        assertThat(patient.failingSince()).isEqualTo(NOW);
        assertThat(patient.heldUntil()).isEqualTo(end.minusMillis(1).plus(Duration.ofMinutes(5)));

        WebhookEndpoint over = failing.failed(end, always(0.5));
        assertThat(over.enabled()).isFalse();
        assertThat(over.failures()).isEqualTo(2);
        assertThat(over.failingSince()).isEqualTo(NOW);
        assertThat(over.reason()).isEqualTo("failing since " + NOW);
        assertThat(over.version()).isEqualTo(3);
        assertThat(over.heldUntil()).isNull();
    }

    @Test
    void a_secret_that_ends_says_when_and_signs_with_its_bytes() {
        byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24};
        WebhookSecret ending = WebhookSecret.of(bytes).ending(NOW);
        assertThat(ending.key()).isEqualTo(bytes);
        assertThat(ending).hasToString("WebhookSecret[until 2026-11-03T09:00:00Z]");
        assertThat(ending.isInUse(NOW.minusNanos(1))).isTrue();
        assertThat(ending.isInUse(NOW)).isFalse();
        assertThat(WebhookSecret.of(new byte[64]).key()).hasSize(64);
    }

    private static Attempt answered(int status) {
        return new Attempt(NOW.plusNanos(999), status, "", 12);
    }

    private static RandomGenerator always(double value) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return value;
            }
        };
    }
}
