package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.ordercore.application.payment.PaymentCheck.Operation;
import io.ordercore.application.payment.PaymentCheck.Opinion;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.payment.PaymentTransaction.Kind;
import io.ordercore.domain.payment.TransactionId;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HttpPaymentCheckTest {
    private static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    private static final Operation CAPTURE = new Operation(
            new PurchaseId(ID), new TransactionId(ID), Kind.CAPTURE, Money.of(CurrencyUnit.of("CNY"), 12));

    private HttpServer service;
    private volatile String asked = "";
    private volatile int status = 200;
    private volatile String answer = "";

    @BeforeEach
    void start() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/check", exchange -> {
            asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"opinion\":\"go-ahead\"} | GO_AHEAD",
                "200 | {\"opinion\":\"refused\"}  | REFUSED",
                "200 | {\"opinion\":\"perhaps\"}  | UNAVAILABLE",
                "200 | <html>                      | UNAVAILABLE",
                "503 | {\"opinion\":\"go-ahead\"} | UNAVAILABLE",
            })
    void only_a_clear_word_is_an_opinion(int code, String body, Opinion opinion) {
        status = code;
        answer = body;
        assertThat(check().ask(CAPTURE)).isEqualTo(opinion);
    }

    @Test
    void it_is_told_what_is_about_to_happen() throws Exception {
        answer = "{}";
        check().ask(CAPTURE);
        assertThat(RunningServer.JSON.readTree(asked))
                .isEqualTo(RunningServer.JSON.readTree("""
                        {"purchase":"%s","transaction":"%s","operation":"capture","amount":"12.00","currency":"CNY"}""".formatted(new PurchaseId(ID), new TransactionId(ID))));
    }

    @Test
    void a_service_that_is_gone_has_no_opinion() {
        HttpPaymentCheck check = check();
        service.stop(0);
        assertThat(check.ask(CAPTURE)).isEqualTo(Opinion.UNAVAILABLE);
    }

    private HttpPaymentCheck check() {
        return new HttpPaymentCheck(
                URI.create("http://127.0.0.1:" + service.getAddress().getPort() + "/check"), Duration.ofMinutes(1));
    }
}
