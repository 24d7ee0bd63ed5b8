package io.ordercore.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.order.OrderIntake;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Channel;
import io.ordercore.domain.party.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PurchasesTest extends ServedTest {
    private static final String BOTH = purchase(line("kettle", 2, "99.00"), line("bowl", 1, "12.50"));

    @Test
    void a_purchase_becomes_an_order_per_merchant() {
        Server.Reply placed = post("/purchases", LI, BOTH);

        assertThat(placed.status()).as(placed.response().body()).isEqualTo(201);
        assertThat(placed.header("Location")).endsWith("/purchases/" + placed.at("/id"));
        assertThat(placed.header("ETag")).isEqualTo("\"2\"");
        assertThat(placed.at("/status")).isEqualTo("PENDING_PAYMENT");
        assertThat(placed.at("/total/amount")).isEqualTo("210.50");
        assertThat(placed.at("/total/currency")).isEqualTo("CNY");
        assertThat(placed.at("/orders/0/merchant")).isEqualTo("tea-house");
        assertThat(placed.at("/orders/1/id")).isEqualTo(placed.at("/id") + "-2");

        Server.Reply read = get("/purchases/" + placed.at("/id"), LI);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.response().body()).isEqualTo(placed.response().body());
        assertThat(get("/purchases/" + placed.at("/id"), LI, "If-None-Match", "\"2\"")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void sent_again_with_its_key_quoted_or_bare_it_is_answered_alike_and_marked() {
        Server.Reply first = server.send("POST", "/purchases", LI, BOTH, "Idempotency-Key", "\"again\"");
        Server.Reply second = server.send("POST", "/purchases", LI, BOTH, "Idempotency-Key", "again");

        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.response().body()).isEqualTo(first.response().body());
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        server.send("POST", "/purchases", LI, BOTH, "Idempotency-Key", "k");

        Server.Reply other =
                server.send("POST", "/purchases", LI, purchase(line("bowl", 1, "12.50")), "Idempotency-Key", "k");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/purchases/preview",
                "/purchases",
                "/purchases/00000000-0000-0000-0000-000000000000/payments",
                "/orders/00000000-0000-0000-0000-000000000000-1/cancellation",
                "/orders/00000000-0000-0000-0000-000000000000-1/receipt"
            })
    void every_command_needs_a_key(String path) {
        Server.Reply reply = server.send("POST", path, LI, "{}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("idempotency-key-missing");
        assertThat(server.send("POST", path, LI, "{}", "Idempotency-Key", "k".repeat(256))
                        .code())
                .isEqualTo("idempotency-key-invalid");
    }

    @Test
    void a_changed_price_and_missing_stock_are_told_per_line_with_the_current_facts() {
        Server.Reply reply = post("/purchases", LI, purchase(line("kettle", 2, "89.00"), line("bowl", 4, "12.50")));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("price-changed");
        assertThat(reply.at("/errors/0/pointer")).isEqualTo("/lines/0");
        assertThat(reply.at("/errors/0/code")).isEqualTo("price-changed");
        assertThat(reply.at("/errors/0/price/amount")).isEqualTo("99.00");
        assertThat(reply.at("/errors/1/code")).isEqualTo("insufficient-stock");
        assertThat(reply.at("/errors/1/sku")).isEqualTo("bowl");
        assertThat(reply.at("/errors/1/available")).isEqualTo("3");
        assertThat(reply.at("/errors/1/detail")).isEqualTo("Of bowl, 3 are left.");
    }

    @Test
    void an_unknown_sku_is_unprocessable() {
        Server.Reply reply = post("/purchases", LI, purchase(line("unicorn", 1, "1.00")));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("unknown-sku");
    }

    @Test
    void a_preview_tells_prices_and_stock_whether_it_could_be_placed_or_not() {
        Server.Reply good = post("/purchases/preview", LI, BOTH);
        Server.Reply bad =
                post("/purchases/preview", LI, purchase(line("kettle", 20, "99.00"), line("cup", 1, "1.00")));

        assertThat(good.status()).isEqualTo(200);
        assertThat(good.at("/placeable")).isEqualTo("true");
        assertThat(good.at("/total/amount")).isEqualTo("210.50");
        assertThat(good.at("/lines/1/available")).isEqualTo("3");
        assertThat(bad.status()).isEqualTo(200);
        assertThat(bad.at("/placeable")).isEqualTo("false");
        assertThat(bad.at("/lines/0/findings/0/code")).isEqualTo("insufficient-stock");
        assertThat(bad.at("/lines/0/available")).isEqualTo("10");
        assertThat(bad.at("/lines/1/findings/0/code")).isEqualTo("unknown-sku");
        assertThat(server.shop.orders).isEmpty();
    }

    @Test
    void an_agent_places_for_a_buyer_through_a_channel_and_nobody_else_may_name_one() {
        String forLi = BOTH.replace("{\"lines\"", "{\"buyer\":\"li\",\"reason\":\"called in\",\"lines\"");

        Server.Reply placed = post("/purchases", AGENT, forLi, "Ordercore-Channel", "HOTLINE");
        assertThat(placed.status()).isEqualTo(201);
        assertThat(server.shop.actors).containsExactly(new Actor("agent-1", Role.AGENT, Channel.HOTLINE, "called in"));
        assertThat(get("/purchases/" + placed.at("/id"), LI).status()).isEqualTo(200);

        assertThat(post("/purchases", WANG, forLi).status()).isEqualTo(403);
        assertThat(post("/purchases", AGENT, BOTH).at("/errors/0/pointer")).isEqualTo("/buyer");
        assertThat(post("/purchases", OPERATOR, forLi).status()).isEqualTo(403);
        assertThat(post("/purchases", AGENT, forLi, "Ordercore-Channel", "PIGEON")
                        .code())
                .isEqualTo("invalid-parameter");
    }

    @Test
    void a_busy_intake_asks_to_come_back() {
        server.shop.admission = new OrderIntake.Overloaded(Duration.ofSeconds(3));
        Server.Reply busy = post("/purchases", LI, BOTH);
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.code()).isEqualTo("overloaded");
        assertThat(busy.header("Retry-After")).isEqualTo("3");

        server.shop.admission = new OrderIntake.InProgress();
        Server.Reply twice = post("/purchases", LI, BOTH);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void foreign_missing_and_impossible_ids_cannot_be_told_apart() {
        String id = post("/purchases", LI, BOTH).at("/id");

        Server.Reply foreign = get("/purchases/" + id, WANG);
        Server.Reply missing = get("/purchases/00000000-0000-0000-0000-000000000000", WANG);
        Server.Reply impossible = get("/purchases/x", WANG);

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.code()).isEqualTo("not-found");
        assertThat(missing.response().body()).isEqualTo(foreign.response().body());
        assertThat(impossible.response().body()).isEqualTo(foreign.response().body());
        assertThat(get("/nothing/here", WANG).response().body())
                .isEqualTo(foreign.response().body());
    }
}
