package com.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.glassfish.grizzly.http.server.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShopServerTest {
    private final HttpServer server = ShopServer.start(URI.create("http://127.0.0.1:0/"));
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    @Test
    void a_kettle_is_offered_ordered_and_paid_over_http() throws Exception {
        send("POST", "/adopted-goods", "olga operator", """
                {"goods":[{"sku":"kettle-red","merchant":"tea-house","title":"Red kettle",
                 "price":{"amount":"99.00","currency":"CNY"}}]}""");
        send("PUT", "/stock/kettle-red", "tea-house merchant", """
                {"onHand":10}""");

        HttpResponse<String> placed = send("POST", "/purchases", "lin buyer", """
                {"lines":[{"sku":"kettle-red","quantity":2,"unitPrice":{"amount":"99.00","currency":"CNY"}}],
                 "deliverTo":{"name":"Lin Xia","phone":"+8613800000000","country":"CN","region":"Zhejiang",
                  "city":"Hangzhou","district":"Xihu","street":"1 Lakeside Road","postalCode":"310000"}}""");
        assertEquals(201, placed.statusCode(), placed.body());

        String purchase = placed.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> paid =
                send("POST", URI.create(purchase).getPath() + "/payments", "lin buyer", "{\"token\":\"tok_ok\"}");
        assertTrue(paid.statusCode() < 300, paid.body());
        assertTrue(send("GET", "/orders", "lin buyer", null).body().contains("CONFIRMED"));
    }

    @Test
    void a_stranger_is_asked_who_he_is() throws Exception {
        assertEquals(401, send("GET", "/orders", null, null).statusCode());
    }

    private HttpResponse<String> send(String method, String path, String login, String body) throws Exception {
        int port = server.getListener("grizzly").getPort();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Idempotency-Key", "key-of-" + method + path)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (login != null) {
            request.header("Authorization", "Demo " + login);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
