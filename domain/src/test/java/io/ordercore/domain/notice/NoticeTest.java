package io.ordercore.domain.notice;

import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NoticeTest {
    @Test
    void its_time_is_kept_to_the_microsecond() {
        assertThat(notice("k", "parcel-lost").at()).isEqualTo(TUESDAY_MORNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Parcel", "-x", "a b"})
    void a_code_is_plain(String code) {
        assertThatThrownBy(() -> notice("k", code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_has_1_to_200_characters() {
        assertThat(notice("k".repeat(200), "x").key()).hasSize(200);
        String empty = "";
        String long201 = "k".repeat(201);
        assertThatThrownBy(() -> notice(empty, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> notice(long201, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_inbox_is_a_buyers_or_a_merchants() {
        assertThat(Notice.Recipient.buyer("li")).hasToString("BUYER li");
        assertThat(Notice.Recipient.merchant("tea-house")).hasToString("MERCHANT tea-house");
    }

    private static Notice notice(String key, String code) {
        return new Notice(
                new UUID(1, 8),
                Notice.Recipient.buyer("li"),
                key,
                code,
                "order",
                Map.of("b", "2", "a", "1"),
                TUESDAY_MORNING.plusNanos(999));
    }
}
