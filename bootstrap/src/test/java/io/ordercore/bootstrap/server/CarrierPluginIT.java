package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.testkit.HttpStub;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example adapter of {@code docs/examples/carrier}, dropped as a jar into a running installation and used. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CarrierPluginIT {
    private static final Path EXAMPLE = Path.of("..", "docs", "examples", "carrier", "src", "main", "java");
    private static final String NUMBER = "ACME00012399";

    @TempDir
    Path directory = Path.of("");

    @Test
    void an_adapter_in_a_jar_is_booked_is_asked_where_a_parcel_is_and_turns_it_round() throws Exception {
        try (HttpStub acme = new HttpStub();
                RunningServer server = RunningServer.on(directory.resolve("data"))) {
            acme.route("/v1/parcels/" + NUMBER + "/stops", json("{\"stop\":\"stop-1\",\"status\":\"AGREED\"}"));
            acme.route("/v1/parcels/" + NUMBER, json("{\"parcel\":\"" + NUMBER + """
                    ","eta":"2020-03-05T18:00:00+08:00",
                     "events":[{"code":"TAKEN","at":"2026-11-03T19:30:00+08:00","text":"picked up","place":"Shenzhen"}]}"""));
            acme.answers(HttpStub.Answer.of(201, "{\"parcel\":\"" + NUMBER + """
                    ","label":"https://acme.example/labels/1.pdf","price":{"amount":12.50,"currency":"CNY"}}"""));
            connect(server, acme);
            String order = paid(server);
            handOver(server, order);
            Files.writeString(server.data().resolve("dev-clock"), "PT2M");
            until(() -> parcel(server, order).path("status").asText().equals("COLLECTED"));
            assertThat(parcel(server, order).at("/events/0/place").asText()).isEqualTo("Shenzhen");
            assertThat(parcel(server, order).toString()).contains("2020-03-05T18:00:00+08:00");
            JsonNode late = ok(server.get("agent-1", "/endangered-parcels?carrier=acme"))
                    .at("/items/0");
            assertThat(late.path("order").asText()).isEqualTo(order);
            assertThat(late.path("promised").asText()).isEqualTo("2020-03-05T10:00:00Z");
            assertThat(late.path("late").asBoolean()).isTrue();
            assertThat(late.at("/whatHelps/0/text").asText()).isEqualTo("Ask the carrier to search.");

            for (String cursor : List.of(
                    "x", "1970-01-01T00:00:00Z~1~" + order + "-1", "%2B999999999-12-31T00:00:00Z~1~" + order + "-1")) {
                assertThat(server.get("agent-1", "/endangered-parcels?after=" + cursor)
                                .statusCode())
                        .as(cursor)
                        .isEqualTo(400);
            }
            assertThat(acme.requests())
                    .extracting(HttpStub.Request::body)
                    .singleElement()
                    .satisfies(body -> assertThat(body).contains("Tea House", "Lin Xia", "\"grams\":900"));

            turnRound(server, order);
            until(() -> ok(server.get("buyer-1", "/orders/" + order + "/interceptions"))
                    .at("/items/0/status")
                    .asText()
                    .equals("ACCEPTED"));
        }
    }

    private void connect(RunningServer server, HttpStub acme) throws Exception {
        Files.writeString(
                server.data().resolve("carriers.properties"),
                "acme.url = " + acme.url() + "\nacme.api-key = key\nacme.push-secret = secret\n");
        Path plugins = Files.createDirectories(server.data().resolve("plugins"));
        try (Stream<Path> sources = Files.walk(EXAMPLE)) {
            AdapterJar.write(
                    plugins.resolve("acme.jar"),
                    "com.acme.carrier.AcmePlugin",
                    sources.filter(Files::isRegularFile).toList(),
                    directory);
        }
        until(() -> server.output().contains("acme.jar connects acme"));
    }

    private static void turnRound(RunningServer server, String order) throws Exception {
        JsonNode asked = created(server.post("buyer-1", "/orders/" + order + "/modifications", """
                {"changes":[{"kind":"VARIANT","line":1,"sku":"kettle-white-1l"}],"way":"INTERCEPT_AND_RESHIP"}"""));
        String change =
                "/orders/" + order + "/modifications/" + asked.path("id").asText();
        ok(server.post("buyer-1", change + "/consent", "{}"));
        created(server.post("buyer-1", change + "/payments", "{\"token\":\"tok_ok\"}"));
    }

    private static String paid(RunningServer server) throws Exception {
        JsonNode offer = ok(server.get("buyer-1", "/offers/kettle-red-1l"));
        String purchase = created(
                        server.post("buyer-1", "/purchases", """
                        {"lines":[{"sku":%s,"quantity":1,"unitPrice":%s}],
                         "deliverTo":{"name":"Lin Xia","phone":"+8613800000000","country":"CN","region":"Zhejiang",
                          "city":"Hangzhou","district":"Xihu","street":"1 Lakeside Road","postalCode":"310000"}}""".formatted(offer.get("sku"), offer.get("price"))))
                .path("id")
                .asText();
        created(server.post("buyer-1", "/purchases/" + purchase + "/payments", "{\"token\":\"tok_ok\"}"));
        return purchase + "-1";
    }

    /** Books Acme, and hands over under the number it gave. */
    private static void handOver(RunningServer server, String order) throws Exception {
        String fulfilment = "/fulfilments/"
                + created(server.post("merchant-1", "/orders/" + order + "/fulfilments", "{}"))
                        .path("id")
                        .asText();
        ok(server.post("warehouse-1", fulfilment + "/pick", "{}"));
        ok(server.post("warehouse-1", fulfilment + "/pack", "{}"));
        created(server.post("merchant-1", fulfilment + "/booking", """
                {"carrier":"acme","from":{"name":"Tea House","phone":"+8613900000000","country":"CN","city":"Shenzhen",
                  "street":"1 Keyuan Road"},"boxes":[{"weightGrams":900,"lengthMm":300,"widthMm":200,"heightMm":200}]}"""));
        until(() -> booking(server, fulfilment).path("status").asText().equals("BOOKED"));
        JsonNode booked = booking(server, fulfilment);
        assertThat(booked.path("label").asText()).isEqualTo("https://acme.example/labels/1.pdf");
        assertThat(booked.at("/price/amount").asText()).isEqualTo("12.50");
        String number = booked.at("/trackingNumbers/0").asText();
        ok(server.post(
                "warehouse-1",
                fulfilment + "/hand-over",
                "{\"carrier\":\"acme\",\"trackingNumber\":\"" + number + "\"}"));
    }

    private static JsonNode booking(RunningServer server, String fulfilment) throws Exception {
        return ok(server.get("warehouse-1", fulfilment + "/booking"));
    }

    private static JsonNode parcel(RunningServer server, String order) throws Exception {
        return ok(server.get("buyer-1", "/orders/" + order + "/tracking")).at("/parcels/0");
    }

    private static HttpStub.Answer json(String body) {
        return HttpStub.Answer.of(200, body);
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!holds.call()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(100);
        }
    }

    private static JsonNode ok(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return RunningServer.json(response);
    }

    private static JsonNode created(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return RunningServer.json(response);
    }
}
