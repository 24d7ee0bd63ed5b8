package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** From a lot drawn to a product off sale and back, over HTTP. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InspectionIT {
    private static final String SKU = "lamp-black-small";

    @Test
    void a_report_takes_a_product_off_sale_at_once_and_an_accepted_resubmission_brings_it_back() throws Exception {
        RunningServer server = RunningServer.shared();
        HttpResponse<String> before = server.post("buyer-1", "/purchases", purchase(server));
        assertThat(before.statusCode()).as(before.body()).isEqualTo(201);
        String order = RunningServer.json(before).get("id").asText() + "-1";

        String inspection = ordered(server, true);
        assertThat(server.get("merchant-1", "/inspections/" + inspection).statusCode())
                .isEqualTo(200);
        assertThat(server.get("merchant-2", "/inspections/" + inspection).statusCode())
                .isEqualTo(404);
        assertThat(server.get("buyer-1", "/inspections/" + inspection).statusCode())
                .isEqualTo(403);
        assertThat(server.get("merchant-1", "/inspections/" + inspection + "/curve")
                        .body())
                .startsWith("<svg");
        assertThat(server.post(
                                "inspector-1",
                                "/inspections/" + inspection + "/report",
                                body(9, Instant.now().toString(), "AAAA"))
                        .body())
                .contains("signature-invalid");

        HttpResponse<String> reported = report(server, inspection, 9);
        assertThat(reported.statusCode()).as(reported.body()).isEqualTo(200);
        HttpResponse<String> refused = server.post("buyer-1", "/purchases", purchase(server));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(refused.body()).contains("not-orderable");
        assertThat(server.get("buyer-1", "/orders/" + order).body()).contains("QUALITY");
        JsonNode quality = RunningServer.json(server.get("merchant-1", "/inspections/products/" + SKU));
        assertThat(quality.at("/rectifications/0/severity").asText()).isEqualTo("MAJOR");
        assertThat(server.get("merchant-2", "/inspections/products/" + SKU).statusCode())
                .isEqualTo(404);

        String again = ordered(server, false);
        assertThat(report(server, again, 0).statusCode()).isEqualTo(200);
        assertThat(server.post("buyer-1", "/purchases", purchase(server)).statusCode())
                .isEqualTo(201);
        assertThat(server.get("buyer-1", "/orders/" + order).body()).doesNotContain("QUALITY");

        JsonNode corrected = RunningServer.json(correct(server, again, 1, 9));
        assertThat(corrected.get("status").asText()).isEqualTo("NOT_ACCEPTED");
        assertThat(corrected.at("/entries/0/report/defective/MAJOR").asInt()).isZero();
        assertThat(corrected.at("/entries/1/corrects").asInt()).isEqualTo(1);
        assertThat(server.post("buyer-1", "/purchases", purchase(server)).statusCode())
                .isEqualTo(409);
        assertThat(correct(server, again, 1, 0).body()).contains("not-the-latest");
        assertThat(correct(server, again, 2, 0).statusCode()).isEqualTo(200);
        assertThat(server.post("buyer-1", "/purchases", purchase(server)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void an_inspection_is_ordered_from_its_agency_and_its_draw_can_be_made_again() throws Exception {
        RunningServer server = RunningServer.shared();
        String unknown = "{\"sku\":\"%s\",\"category\":\"home\",\"lotSize\":1000,\"agency\":\"nobody\"}".formatted(SKU);
        assertThat(server.post("operator-1", "/inspections", unknown).body()).contains("no-such-agency");
        assertThat(server.get("operator-1", "/inspection-agencies").body()).contains("inspector-1");

        HttpResponse<String> ordered =
                server.post("operator-1", "/inspections", unknown.replace("nobody", "inspector-1"));
        String inspection = RunningServer.json(ordered).get("id").asText();
        JsonNode order = RunningServer.json(server.get("operator-1", "/inspections/" + inspection + "/order"));
        for (int tries = 0; tries < 600 && order.get("state").asText().equals("OPEN"); tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
            order = RunningServer.json(server.get("operator-1", "/inspections/" + inspection + "/order"));
        }
        assertThat(order.get("state").asText()).isEqualTo("TAKEN");
        assertThat(order.get("reference").asText()).isEqualTo("job-1");
        assertThat(InspectionAgency.ONE.orders()).anyMatch(it -> it.body().contains(inspection));

        JsonNode before = RunningServer.json(server.get("merchant-1", "/inspections/" + inspection + "/draw"));
        assertThat(before.hasNonNull("seed")).isFalse();
        report(server, inspection, 0);
        JsonNode draw = RunningServer.json(server.get("merchant-1", "/inspections/" + inspection + "/draw"));
        assertThat(Draws.sha256(draw.get("seed").asText()))
                .isEqualTo(before.get("commitment").asText());
        assertThat(draw.get("units"))
                .extracting(JsonNode::asInt)
                .isEqualTo(Draws.units(
                        draw.get("seed").asText(),
                        draw.get("id").asText(),
                        1000,
                        draw.get("sampleSize").asInt()));
        assertThat(server.get("merchant-2", "/inspections/" + inspection + "/draw")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.get("merchant-1", "/inspection-draws").statusCode()).isEqualTo(200);
        assertThat(server.get("merchant-1", "/inspection-draws?merchant=other").statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> correct(RunningServer server, String inspection, int entry, int major)
            throws Exception {
        Instant now = Instant.now();
        String signed = InspectionAgency.ONE.sign("inspection " + inspection + "\ncorrects " + entry
                + "\nCRITICAL 0\nMAJOR " + major + "\nMINOR 0\n" + now + "\ncounted again");
        return server.post(
                "inspector-1",
                "/inspections/" + inspection + "/corrections",
                "{\"corrects\":%d,\"reason\":\"counted again\",".formatted(entry)
                        + body(major, now.toString(), signed).substring(1));
    }

    private static String ordered(RunningServer server, boolean original) throws Exception {
        HttpResponse<String> ordered = server.post(
                "operator-1",
                "/inspections",
                "{\"sku\":\"%s\",\"category\":\"home\",\"lotSize\":1000,\"agency\":\"inspector-1\"}".formatted(SKU));
        assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(201);
        JsonNode inspection = RunningServer.json(ordered);
        assertThat(inspection.get("original").asBoolean()).isEqualTo(original);
        assertThat(inspection.hasNonNull("seed")).isFalse();
        return inspection.get("id").asText();
    }

    private static HttpResponse<String> report(RunningServer server, String inspection, int major) throws Exception {
        return server.post(
                "inspector-1",
                "/inspections/" + inspection + "/report",
                InspectionAgency.ONE.report(inspection, major));
    }

    private static String body(int major, String at, String signature) {
        return "{\"critical\":0,\"major\":%d,\"minor\":0,\"inspectedAt\":\"%s\",\"signature\":\"%s\"}"
                .formatted(major, at, signature);
    }

    private static String purchase(RunningServer server) throws Exception {
        JsonNode offer = RunningServer.json(server.get("buyer-1", "/offers/" + SKU));
        return """
            {"lines":[{"sku":%s,"quantity":1,"unitPrice":%s}],
             "deliverTo":{"name":"Lin Xia","phone":"+8613800000000","country":"CN","region":"Zhejiang",
              "city":"Hangzhou","district":"Xihu","street":"1 Lakeside Road","postalCode":"310000"}}\
            """.formatted(offer.get("sku"), offer.get("price"));
    }
}
