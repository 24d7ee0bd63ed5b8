package io.ordercore.bootstrap.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.ordercore.adapters.persistence.memory.MemoryStore;
import io.ordercore.application.Ordercore;
import io.ordercore.application.notice.webhook.ManageWebhooks;
import io.ordercore.application.notice.webhook.WebhookSignature;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.notice.webhook.WebhookDelivery;
import io.ordercore.domain.notice.webhook.WebhookDelivery.Attempt;
import io.ordercore.domain.notice.webhook.WebhookEndpoint;
import io.ordercore.domain.notice.webhook.WebhookMessage;
import io.ordercore.domain.notice.webhook.WebhookSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks against real servers on this machine: one that answers, one that never does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HttpWebhookSenderTest {
    private static final Instant NOW = Instant.parse("2026-11-03T09:00:00Z");
    private static final WebhookSecret SECRET = new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", null);

    private record Got(String id, String timestamp, String signature, String body, String all) {}

    private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();
    private final MemoryStore store = new MemoryStore();
    private HttpServer shop;
    private ServerSocket silent;
    private int answer = 204;
    private int told;

    @BeforeEach
    void start() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            got.add(new Got(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    body,
                    headers.entrySet() + body));
            if (answer == 302) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        shop.start();
        silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        shop.stop(0);
        silent.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void the_signature_is_the_one_of_the_standards_own_example() {
        assertThat(WebhookSignature.of(
                        SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, bytes("{\"test\": 2432232314}")))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_receiver_can_check_what_it_gets_and_the_secret_never_leaves() throws Exception {
        WebhookSecret old = new WebhookSecret("whsec_" + "QUFB".repeat(10), NOW.plusSeconds(60));
        Attempt attempt = sender(Duration.ofMinutes(1)).send(url("/hooks?a=b"), List.of(SECRET, old), message(), NOW);
        assertThat(attempt.wentWell()).isTrue();
        Got it = got.take();
        assertThat(it.id()).isEqualTo("msg_" + message().id());
        assertThat(it.timestamp()).isEqualTo(Long.toString(NOW.getEpochSecond()));
        assertThat(it.signature())
                .isEqualTo(WebhookSignature.of(SECRET, it.id(), NOW.getEpochSecond(), bytes(it.body())) + " "
                        + WebhookSignature.of(old, it.id(), NOW.getEpochSecond(), bytes(it.body())));
        assertThat(it.body())
                .isEqualTo("{\"type\":\"notice.parcel-lost\",\"timestamp\":\"2026-11-03T09:00:00Z\","
                        + "\"data\":{\"order\":\"7\",\"what\":\"包裹\"}}");
        assertThat(it.all()).doesNotContain("whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    @Test
    void redirects_are_not_followed() throws Exception {
        answer = 302;
        Attempt attempt = sender(Duration.ofMinutes(1)).send(url("/"), List.of(SECRET), message(), NOW);
        assertThat(attempt.answer()).isEqualTo(302);
        assertThat(attempt.wentWell()).isFalse();
        assertThat(got).hasSize(1);
    }

    @Test
    void a_server_that_never_answers_is_given_up() {
        Attempt attempt = sender(Duration.ofMillis(200)).send(silentUrl(), List.of(SECRET), message(), NOW);
        assertThat(attempt.failure()).isEqualTo("timeout");
        assertThat(attempt.answer()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/, 93.184.216.34, ",
        "http://shop.example/, 93.184.216.34, not-https",
        "ftp://shop.example/, 93.184.216.34, not-https",
        "https://user:pw@shop.example/, 93.184.216.34, not-a-url",
        "https://shop.example/#f, 93.184.216.34, not-a-url",
        "https:shop, 93.184.216.34, not-a-url",
        "https://shop.example/, 127.0.0.1, private-address",
        "https://shop.example/, 10.1.2.3, private-address",
        "https://shop.example/, 169.254.169.254, private-address",
        "https://shop.example/, ::1, private-address",
        "https://shop.example/, fd00::1, private-address",
        "https://shop.example/, ::ffff:127.0.0.1, private-address",
        "https://nowhere.example/, , unknown-host"
    })
    void outside_of_development_only_public_https_is_told(String url, String address, String refusal) {
        HttpWebhookSender strict = new HttpWebhookSender(false, Duration.ofSeconds(1), host -> {
            if (address == null) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[] {InetAddress.getByName("93.184.216.34"), InetAddress.getByName(address)};
        });
        assertThat(strict.refusal(URI.create(url)).orElse(null)).isEqualTo(refusal);
        if (refusal != null) {
            assertThat(strict.send(URI.create(url), List.of(SECRET), message(), NOW)
                            .failure())
                    .isEqualTo(refusal);
        }
    }

    @Test
    void T7_a_slow_subscriber_blocks_nobody_and_its_failure_is_recorded() throws Exception {
        Ordercore core = core(HttpWebhookSender.threads(), Duration.ofSeconds(5));
        ManageWebhooks webhooks = core.webhooks().manageWebhooks();
        WebhookEndpoint slow = webhooks.register(null, silentUrl(), Set.of());
        webhooks.register(null, url("/hooks"), Set.of());
        tell();
        work(core);
        assertThat(got.poll(60, TimeUnit.SECONDS))
                .as("told while the other one is silent")
                .isNotNull();
        tell();
        work(core);
        assertThat(got.poll(60, TimeUnit.SECONDS)).isNotNull();
        WebhookDelivery first = webhooks.deliveries(slow.id(), null, 9).get(1);
        while (first.attempts().isEmpty()) {
            Thread.sleep(50);
            first = webhooks.deliveries(slow.id(), null, 9).get(1);
        }
        assertThat(first.status()).isEqualTo(WebhookDelivery.Status.PENDING);
        assertThat(first.attempts()).extracting(Attempt::failure).containsExactly("timeout");
        assertThat(first.nextAt()).isAfter(first.attempts().get(0).at());
    }

    @Test
    void T11_what_a_disabled_webhook_missed_is_kept_and_sent_when_it_asks() throws Exception {
        Ordercore core = core(Runnable::run, Duration.ofMinutes(1));
        ManageWebhooks webhooks = core.webhooks().manageWebhooks();
        WebhookEndpoint endpoint = webhooks.register(null, url("/hooks"), Set.of());
        answer = 410;
        tell();
        work(core);
        assertThat(webhooks.find(endpoint.id()).orElseThrow().enabled()).isFalse();
        tell();
        work(core);
        assertThat(got).hasSize(1);
        answer = 200;
        webhooks.enable(endpoint.id(), true);
        webhooks.replay(endpoint.id(), Instant.EPOCH);
        work(core);
        assertThat(got).hasSize(3);
        assertThat(got).extracting(Got::id).element(1).isEqualTo(got.peek().id());
    }

    private Ordercore core(Executor threads, Duration patience) {
        return Ordercore.on(store)
                .payments(new SimulatedPaymentGateway(URI.create("https://shop.example/challenges/")))
                .webhooks(sender(patience), threads)
                .build();
    }

    private static void work(Ordercore core) {
        core.webhooks().deliverWebhooks().publish(100);
        core.webhooks().deliverWebhooks().deliver();
    }

    private void tell() {
        told++;
        store.notices()
                .tell(new Notice(
                        new UUID(0x0199000000007000L, 0x8000000000000000L + told),
                        Notice.Recipient.buyer("li"),
                        "k" + told,
                        "parcel-lost",
                        "order-1",
                        Map.of(),
                        Instant.now()));
    }

    private static WebhookMessage message() {
        return new WebhookMessage(
                new UUID(0x0199000000007000L, 1L << 63),
                "k",
                null,
                "notice.parcel-lost",
                Map.of("what", "包裹", "order", "7"),
                NOW);
    }

    private static HttpWebhookSender sender(Duration patience) {
        return new HttpWebhookSender(true, patience, InetAddress::getAllByName);
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + shop.getAddress().getPort() + path);
    }

    private URI silentUrl() {
        return URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
    }
}
