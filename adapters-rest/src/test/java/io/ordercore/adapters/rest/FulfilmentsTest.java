package io.ordercore.adapters.rest;

import static io.ordercore.domain.testkit.Fixtures.anOrder;
import static io.ordercore.domain.testkit.Fixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FulfilmentsTest extends ServedTest {
    private static final String ORDER = "/orders/" + order(1);
    private static final String FULFILMENT = "/fulfilments/" + order(1) + "-1";

    @Test
    void a_parcel_goes_from_the_shelf_to_the_buyer() {
        server.shop.has(anOrder().with("kettle", 2, "99.00").paid().build());

        Server.Reply released = post(ORDER + "/fulfilments", TEA_HOUSE, "");
        assertThat(released.status()).as(released.response().body()).isEqualTo(201);
        assertThat(released.header("Location")).endsWith(FULFILMENT);
        assertThat(released.at("/status")).isEqualTo("RELEASED");
        assertThat(released.at("/lines/0/quantity")).isEqualTo("2");

        assertThat(post(FULFILMENT + "/pick", WAREHOUSE, "").at("/status")).isEqualTo("PICKING");
        assertThat(post(FULFILMENT + "/pack", WAREHOUSE, "{}").at("/status")).isEqualTo("PACKED");
        Server.Reply handedOver = post(
                FULFILMENT + "/hand-over",
                WAREHOUSE,
                "{\"carrier\":\"parcel-post\",\"trackingNumber\":\"PP12345678\"}");
        assertThat(handedOver.at("/status")).isEqualTo("HANDED_OVER");
        assertThat(handedOver.at("/trackingNumber")).isEqualTo("PP12345678");
        assertThat(post(FULFILMENT + "/deliver", WAREHOUSE, "").at("/status")).isEqualTo("DELIVERED");

        Server.Reply read = get(FULFILMENT, LI);
        assertThat(read.header("ETag")).isEqualTo("\"5\"");
        assertThat(read.at("/carrier")).isEqualTo("parcel-post");
        assertThat(get(ORDER, LI).at("/fulfilments/0")).isEqualTo(order(1) + "-1");
    }

    @Test
    void a_step_needs_the_right_role_the_right_version_and_a_body_that_can_be() {
        server.shop.has(anOrder().paid().build());
        post(ORDER + "/fulfilments", TEA_HOUSE, "");

        assertThat(post(FULFILMENT + "/pick", LI, "").status()).isEqualTo(403);
        assertThat(post(FULFILMENT + "/pick", POTTERY, "").status()).isEqualTo(404);
        assertThat(post(FULFILMENT + "/pick", TEA_HOUSE, "", "If-Match", "\"9\"")
                        .code())
                .isEqualTo("stale-version");
        assertThat(post(FULFILMENT + "/hand-over", TEA_HOUSE, "{\"carrier\":\"NO\",\"trackingNumber\":\"\"}")
                        .at("/errors/1/pointer"))
                .isEqualTo("/trackingNumber");
        assertThat(post(FULFILMENT + "/hand-over", TEA_HOUSE, "").status()).isEqualTo(400);
        assertThat(post(ORDER + "/fulfilments", TEA_HOUSE, "{\"lines\":[]}").at("/errors/0/code"))
                .isEqualTo("size");
        assertThat(post(
                                ORDER + "/fulfilments",
                                TEA_HOUSE,
                                "{\"lines\":[{\"line\":1,\"quantity\":1},{\"line\":1,\"quantity\":1}]}")
                        .at("/errors/0/code"))
                .isEqualTo("duplicate-line");
    }

    @Test
    void an_unpaid_order_is_not_released() {
        server.shop.has(anOrder().build());

        Server.Reply refused = post(ORDER + "/fulfilments", TEA_HOUSE, "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("order-refused");
    }
}
