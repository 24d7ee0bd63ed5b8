package io.ordercore.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class StrictBodiesTest extends ServedTest {
    private static final String GOOD = purchase(line("kettle", 1, "99.00"));

    static Stream<Arguments> bodies() {
        return Stream.of(
                of("", 400, "malformed-body", "", "body-missing"),
                of("{", 400, "malformed-body", "", "bad-syntax"),
                of("null", 400, "malformed-body", "", "wrong-type"),
                of("[]", 400, "malformed-body", "", "wrong-type"),
                of("\"text\"", 400, "malformed-body", "", "wrong-type"),
                of(GOOD + "{}", 400, "malformed-body", "", "wrong-type"),
                of(GOOD.replace("kettle", "k".repeat(150_001)), 400, "malformed-body", "/lines/0/sku", "too-large"),
                of(
                        GOOD.replace("{\"lines\"", "{\"colour\":1,\"lines\""),
                        400,
                        "malformed-body",
                        "/colour",
                        "unknown-property"),
                of(GOOD.replace("{\"lines\"", "{\"lines\":[],\"lines\""), 400, "malformed-body", "", "bad-syntax"),
                of(
                        GOOD.replace("\"quantity\":1", "\"quantity\":\"1\""),
                        400,
                        "malformed-body",
                        "/lines/0/quantity",
                        "wrong-type"),
                of(
                        GOOD.replace("\"quantity\":1", "\"quantity\":1.5"),
                        400,
                        "malformed-body",
                        "/lines/0/quantity",
                        "wrong-type"),
                of(
                        GOOD.replace("\"quantity\":1", "\"quantity\":true"),
                        400,
                        "malformed-body",
                        "/lines/0/quantity",
                        "wrong-type"),
                of(
                        GOOD.replace("\"quantity\":1", "\"quantity\":99999999999"),
                        400,
                        "malformed-body",
                        "/lines/0/quantity",
                        "wrong-type"),
                of(
                        GOOD.replace("\"99.00\"", "99.00"),
                        400,
                        "malformed-body",
                        "/lines/0/unitPrice/amount",
                        "wrong-type"),
                of(GOOD.replace("kettle", "ket\\u0000tle"), 400, "malformed-body", "/lines/0/sku", "invalid-character"),
                of(GOOD.replace("\"kettle\"", "7"), 400, "malformed-body", "/lines/0/sku", "wrong-type"),
                of("{\"lines\":[" + "null,".repeat(50_000) + "null]}", 422, "invalid-body", "/lines", "size"),
                of("{}", 422, "invalid-body", "/deliverTo", "not-null"),
                of(GOOD.replace("\"quantity\":1", "\"quantity\":0"), 422, "invalid-body", "/lines/0/quantity", "min"),
                of(
                        GOOD.replace("\"quantity\":1", "\"quantity\":null"),
                        422,
                        "invalid-body",
                        "/lines/0/quantity",
                        "not-null"),
                of(GOOD.replace("\"99.00\"", "\"-1.00\""), 422, "invalid-body", "/lines/0/unitPrice/amount", "pattern"),
                of(
                        GOOD.replace("\"99.00\"", "\"99.005\""),
                        422,
                        "invalid-body",
                        "/lines/0/unitPrice/amount",
                        "too-many-decimals"),
                of(GOOD.replace("CNY", "XQX"), 422, "invalid-body", "/lines/0/unitPrice/currency", "unknown-currency"),
                of(GOOD.replace("kettle", "a kettle"), 422, "invalid-body", "/lines/0/sku", "invalid-sku"),
                of(GOOD.replace("+86 138 0000 0000", "none"), 422, "invalid-body", "/deliverTo/phone", "invalid-phone"),
                of(GOOD.replace("Hangzhou", " "), 422, "invalid-body", "/deliverTo/city", "not-blank"),
                of(purchase("null"), 422, "invalid-body", "/lines/0", "not-null"),
                of(purchase(), 422, "invalid-body", "/lines", "size"));
    }

    private static Arguments of(String body, int status, String code, String pointer, String error) {
        return Arguments.of(body, status, code, pointer, error);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void what_is_wrong_with_a_body_is_told_by_pointer(
            String body, int status, String code, String pointer, String error) {
        for (String path : new String[] {"/purchases", "/purchases/preview"}) {
            Server.Reply reply = post(path, LI, body, "Content-Type", Server.JSON);

            assertThat(reply.response().body()).doesNotContain("Exception", "ordercore.adapters");
            assertThat(reply.status()).as(reply.response().body()).isEqualTo(status);
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(reply.code()).isEqualTo(code);
            assertThat(reply.at("/errors/0/pointer")).isEqualTo(pointer);
            assertThat(reply.at("/errors/0/code")).isEqualTo(error);
            assertThat(reply.at("/errors/0/detail")).isNotEmpty().doesNotStartWith("error.");
        }
        assertThat(server.shop.orders).isEmpty();
    }

    @org.junit.jupiter.api.Test
    void all_violations_are_told_at_once() {
        Server.Reply reply = post(
                "/purchases",
                LI,
                "{\"lines\":[{\"sku\":\"\",\"quantity\":0}],\"deliverTo\":{\"name\":\"\",\"country\":\"China\"}}");

        assertThat(Stream.iterate(0, i -> i + 1)
                        .map(i -> reply.at("/errors/" + i + "/pointer"))
                        .takeWhile(pointer -> !pointer.isEmpty()))
                .containsExactly(
                        "/deliverTo/city",
                        "/deliverTo/country",
                        "/deliverTo/name",
                        "/deliverTo/phone",
                        "/deliverTo/street",
                        "/lines/0/quantity",
                        "/lines/0/sku",
                        "/lines/0/unitPrice");
    }

    @org.junit.jupiter.api.Test
    void a_body_too_large_is_refused_before_it_is_read() {
        assertThat(post("/purchases", LI, " ".repeat(Bodies.LARGEST + 1)).status())
                .isEqualTo(413);
    }
}
