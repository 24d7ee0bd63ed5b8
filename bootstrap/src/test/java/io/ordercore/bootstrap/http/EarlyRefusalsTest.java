package io.ordercore.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.catalog.Sku;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class EarlyRefusalsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lines\":[{\"sku\":\"kettle-red\",\"quantity\":1},{\"sku\":\"bowl\",\"quantity\":1}]}",
                "{ \"lines\" : [ { \"quantity\": 1,\n \"sku\" :\t\"kettle-red\" } ] }",
                "\"\"sku\":\"kettle-red\""
            })
    void a_glance_finds_the_first_sku(String body) {
        assertThat(EarlyRefusals.firstSku(Buffer.buffer(body))).isEqualTo(new Sku("kettle-red"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "\"sku\"", "\"sku\":", "\"sku\":1}", "\"sku\":\"kett", "\"sku\":\"ket tle\"}"})
    void what_is_not_understood_at_a_glance_is_left_to_be_judged_later(String body) {
        assertThat(EarlyRefusals.firstSku(Buffer.buffer(body))).isNull();
    }

    @Test
    void a_glance_is_short() {
        String body = "{\"note\":\"" + "x".repeat(2_000) + "\",\"lines\":[{\"sku\":\"kettle-red\"}]}";

        assertThat(EarlyRefusals.firstSku(Buffer.buffer(body))).isNull();
    }
}
