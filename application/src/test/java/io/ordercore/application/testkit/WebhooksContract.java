package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.Ordercore;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.notice.webhook.ManageWebhooks;
import io.ordercore.application.notice.webhook.WebhookSender;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.notice.Notice.Recipient;
import io.ordercore.domain.notice.webhook.WebhookDelivery;
import io.ordercore.domain.notice.webhook.WebhookDelivery.Attempt;
import io.ordercore.domain.notice.webhook.WebhookDelivery.Status;
import io.ordercore.domain.notice.webhook.WebhookEndpoint;
import io.ordercore.domain.notice.webhook.WebhookMessage;
import io.ordercore.domain.notice.webhook.WebhookSecret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What webhooks do on any store: nothing that happened is forgotten, and nobody waits for anybody else. */
public abstract class WebhooksContract extends StoreContract {
    private static final URI SHOP = URI.create("https://shop.example/hooks");
    private static final URI DEAD = URI.create("https://dead.example/hooks");

    private final Map<URI, Integer> answers = new HashMap<>();
    private final List<String> sent = new ArrayList<>();
    private Ordercore core;
    private Instant now = TUESDAY_MORNING.plusSeconds(60);
    private int signatures;
    private int told;

    @BeforeEach
    void buildTheCore() {
        core = Ordercore.on(store)
                .payments(new SimulatedPaymentGateway(URI.create("http://localhost/challenges/")))
                .webhooks(new Answering(), Runnable::run)
                .clock(new TestClock(() -> now))
                .build();
    }

    @Test
    void an_endpoint_is_found_again_in_full() {
        WebhookEndpoint registered = webhooks().register("tea-house", SHOP, Set.of("order.", "notice.parcel-lost"));
        assertThat(webhooks().find(registered.id())).contains(registered);
        WebhookEndpoint rotated = webhooks().rotate(registered.id()).orElseThrow();
        assertThat(webhooks().find(registered.id())).contains(rotated);
        assertThat(rotated.secrets()).hasSize(2);
        assertThat(webhooks().of("tea-house")).containsExactly(rotated);
        assertThat(webhooks().of("other")).isEmpty();
        assertThatThrownBy(() -> store.webhooks().save(rotated)).isInstanceOf(StaleVersionException.class);
        webhooks().remove(registered.id());
        assertThat(webhooks().of(null)).isEmpty();
    }

    @Test
    void what_happens_to_an_order_and_what_is_told_goes_to_whom_it_concerns() {
        marketplace.sells("kettle", "12.50", 9);
        webhooks().register(null, SHOP, Set.of());
        webhooks().register("another-house", DEAD, Set.of());
        marketplace.place(1, line("kettle", 1, "12.50"));
        tell("parcel-lost");
        core.dispatchEvents().dispatch(100);
        work();
        work();
        assertThat(sent).containsExactlyInAnyOrder("shop.example order.placed", "shop.example notice.parcel-lost");
    }

    @Test
    void a_message_that_does_not_arrive_is_tried_again_for_days_and_then_kept() {
        WebhookEndpoint dead = webhooks().register(null, DEAD, Set.of("notice."));
        answers.put(DEAD, 503);
        tell("parcel-lost");
        work();
        WebhookDelivery first = only(dead);
        assertThat(first.status()).isEqualTo(Status.PENDING);
        assertThat(first.attempts()).extracting(Attempt::answer).containsExactly(503);
        for (int hour = 0; hour < 110; hour++) {
            now = now.plus(Duration.ofHours(1));
            work();
        }
        assertThat(only(dead).status()).isEqualTo(Status.FAILED);
        assertThat(only(dead).attempts()).hasSize(10);

        answers.remove(DEAD);
        assertThat(webhooks().replay(dead.id(), TUESDAY_MORNING)).isOne();
        now = now.plus(Duration.ofHours(1));
        work();
        assertThat(only(dead).status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void T7_a_dead_endpoint_with_a_long_queue_is_left_alone_and_others_are_told_at_once() {
        WebhookEndpoint dead = webhooks().register(null, DEAD, Set.of("notice."));
        answers.put(DEAD, 0);
        for (int i = 0; i < 50; i++) {
            tell("parcel-lost");
        }
        work();
        assertThat(sent).containsExactly("dead.example notice.parcel-lost");
        WebhookEndpoint shop = webhooks().register(null, SHOP, Set.of("notice."));
        tell("parcel-damaged");
        work();
        assertThat(sent).containsExactly("dead.example notice.parcel-lost", "shop.example notice.parcel-damaged");
        assertThat(only(shop).status()).isEqualTo(Status.DELIVERED);
        assertThat(webhooks().find(dead.id()).orElseThrow().failures()).isOne();
    }

    @Test
    void T11_a_disabled_endpoint_misses_nothing_it_asks_for_when_it_is_enabled_again() {
        WebhookEndpoint shop = webhooks().register(null, SHOP, Set.of("notice."));
        webhooks().enable(shop.id(), false);
        tell("parcel-lost");
        tell("parcel-damaged");
        work();
        assertThat(sent).isEmpty();
        assertThat(webhooks().deliveries(shop.id(), null, 9))
                .extracting(WebhookDelivery::status)
                .containsExactly(Status.KEPT, Status.KEPT);

        webhooks().enable(shop.id(), true);
        work();
        assertThat(sent).isEmpty();
        assertThat(webhooks().replay(shop.id(), TUESDAY_MORNING)).isEqualTo(2);
        work();
        assertThat(sent).containsExactly("shop.example notice.parcel-lost", "shop.example notice.parcel-damaged");
    }

    @Test
    void an_endpoint_that_says_gone_is_disabled_and_its_merchant_is_told() {
        WebhookEndpoint shop = webhooks().register("tea-house", SHOP, Set.of());
        answers.put(SHOP, 410);
        store.notices().tell(notice(Recipient.merchant("tea-house"), "credit-evaluated"));
        work();
        WebhookEndpoint gone = webhooks().find(shop.id()).orElseThrow();
        assertThat(gone.enabled()).isFalse();
        assertThat(gone.reason()).isEqualTo("410 Gone");
        assertThat(core.readNotices().inbox(Recipient.merchant("tea-house"), null, 9))
                .extracting(Notice::code)
                .contains("webhook-disabled");
        work();
        assertThat(sent).hasSize(1);
    }

    @Test
    void an_endpoint_that_fails_for_days_is_disabled() {
        WebhookEndpoint dead = webhooks().register(null, DEAD, Set.of("notice."));
        answers.put(DEAD, 500);
        for (int hour = 0; hour < 24 * 6; hour++) {
            tell("parcel-lost");
            now = now.plus(Duration.ofHours(1));
            work();
        }
        assertThat(webhooks().find(dead.id()).orElseThrow().enabled()).isFalse();
    }

    @Test
    void for_a_day_after_a_rotation_messages_carry_two_signatures() {
        WebhookEndpoint shop = webhooks().register(null, SHOP, Set.of("notice."));
        webhooks().rotate(shop.id());
        tell("parcel-lost");
        work();
        assertThat(signatures).isEqualTo(2);
        now = now.plus(Duration.ofDays(1));
        tell("parcel-lost");
        work();
        assertThat(signatures).isEqualTo(1);
    }

    @Test
    void a_message_is_kept_once_and_forgotten_after_a_month() {
        WebhookEndpoint shop = webhooks().register(null, SHOP, Set.of());
        WebhookMessage message =
                new WebhookMessage(new UUID(0x0199000000007000L, 1L << 63), "k", null, "order.placed", Map.of(), now);
        assertThat(store.webhooks().keep(message, List.of(shop), now)).isTrue();
        assertThat(store.webhooks().keep(message, List.of(shop), now)).isFalse();
        assertThat(core.webhooks().deliverWebhooks().forget()).isZero();
        now = now.plus(Duration.ofDays(31));
        assertThat(core.webhooks().deliverWebhooks().forget()).isOne();
        assertThat(webhooks().deliveries(shop.id(), null, 9)).isEmpty();
    }

    private void tell(String code) {
        store.notices().tell(notice(Recipient.buyer("li"), code));
    }

    private Notice notice(Recipient to, String code) {
        told++;
        UUID id = new UUID(0x0199000000007000L, 0x8000000000000000L + told);
        return new Notice(id, to, "key-" + told, code, "order-1", Map.of("carrier", "simulated"), now);
    }

    private void work() {
        core.webhooks().deliverWebhooks().publish(100);
        core.webhooks().deliverWebhooks().deliver();
    }

    private WebhookDelivery only(WebhookEndpoint endpoint) {
        List<WebhookDelivery> all = webhooks().deliveries(endpoint.id(), null, 9);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private ManageWebhooks webhooks() {
        return core.webhooks().manageWebhooks();
    }

    private final class Answering implements WebhookSender {
        @Override
        public Optional<String> refusal(URI url) {
            return Optional.empty();
        }

        @Override
        public Attempt send(URI url, List<WebhookSecret> secrets, WebhookMessage message, Instant at) {
            sent.add(url.getHost() + " " + message.type());
            signatures = secrets.size();
            int answer = answers.getOrDefault(url, 204);
            return new Attempt(at, answer, answer == 0 ? "timeout" : "", 3);
        }
    }
}
