package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Objects made for a test that somebody else than their owner will ask for. */
final class Possessions {
    /** Whose objects are their owner's alone; offers are for everybody, and the rest is the platform's. */
    private static final Set<String> PRIVATE =
            Set.of("purchases", "orders", "fulfilments", "stock", "listings", "price-reviews", "webhooks", "merchants");

    private Possessions() {}

    /** Whether the operation is about an object that is nobody's business but its owner's and the platform's. */
    static boolean isPrivate(ApiOperation operation) {
        String of = operation.path().split("/", -1)[1];
        return operation.namesObject()
                && (PRIVATE.contains(of) || operation.toString().equals("PUT /offers/{sku}"));
    }

    /**
     * By the first segment of the paths where it is found: a purchase of buyer-1 from merchant-1, paid, its order and first
     * fulfilment; what merchant-1 sells, its listing and a webhook; and a merchant nobody speaks for.
     */
    static Map<String, String> ofBuyer1AndMerchant1(RunningServer server) throws Exception {
        String sku = sold(server);
        String purchase = released(server, "buyer-1", sku);
        String webhook = id(
                server.post("merchant-1", "/webhooks", "{\"url\":\"http://127.0.0.1:9/\",\"types\":[\"order.none\"]}"));
        return Map.of(
                "purchases", purchase,
                "orders", purchase + "-1",
                "fulfilments", purchase + "-1-1",
                "offers", sku,
                "stock", sku,
                "price-reviews", sku,
                "listings", sku,
                "review-tasks", sku,
                "webhooks", webhook,
                "merchants", "merchant-of-nobody");
    }

    /**
     * An order of a buyer's from merchant-1, with what hangs on it, by the segment before it in a path: a change that is done, a
     * return and a claim.
     */
    static Map<String, String> afterDeliveryTo(RunningServer server, String buyer) throws Exception {
        String order = released(server, buyer, sold(server)) + "-1";
        String change = id(server.post(
                buyer,
                "/orders/" + order + "/modifications",
                "{\"changes\":[{\"kind\":\"NOTE\",\"note\":\"ring\"}],\"agreed\":true}"));
        String fulfilment = "/fulfilments/" + order + "-1/";
        done(server.post("warehouse-1", fulfilment + "pick", ""));
        done(server.post("warehouse-1", fulfilment + "pack", ""));
        done(server.post(
                "warehouse-1",
                fulfilment + "hand-over",
                "{\"carrier\":\"sf-express\",\"trackingNumber\":\"SF1234567890123\"}"));
        done(server.post("warehouse-1", fulfilment + "deliver", ""));
        String lines = "\"lines\":[{\"line\":1,\"quantity\":1}]";
        String back =
                id(server.post(buyer, "/orders/" + order + "/returns", "{\"reason\":\"CHANGED_MIND\"," + lines + "}"));
        String claim = id(server.post(
                buyer, "/orders/" + order + "/claims", "{\"reason\":\"DAMAGED\"," + lines + ",\"wanted\":\"REFUND\"}"));
        return Map.of("orders", order, "modifications", change, "returns", back, "claims", claim);
    }

    /** New goods of merchant-1, ten of them on the shelf. */
    private static String sold(RunningServer server) throws Exception {
        String sku = "attacked-" + UUID.randomUUID();
        done(server.post("operator-1", "/adopted-goods", """
                {"goods":[{"sku":"%s","merchant":"merchant-1","title":"A thing",
                 "price":{"amount":"10.00","currency":"CNY"}}]}""".formatted(sku)));
        done(server.send(
                "merchant-1",
                server.request("/stock/" + sku)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"onHand\":10}"))));
        return sku;
    }

    /** A purchase of two of them, paid, with the fulfilment of its one order released. */
    private static String released(RunningServer server, String buyer, String sku) throws Exception {
        String purchase = id(server.post(buyer, "/purchases", """
                {"lines":[{"sku":"%s","quantity":2,"unitPrice":{"amount":"10.00","currency":"CNY"}}],
                 "deliverTo":{"name":"Lin Xia","phone":"+8613800000000","country":"CN","region":"Zhejiang",
                  "city":"Hangzhou","district":"Xihu","street":"1 Lakeside Road","postalCode":"310000"}}""".formatted(sku)));
        done(server.post(buyer, "/purchases/" + purchase + "/payments", "{\"token\":\"tok_ok\"}"));
        done(server.post("merchant-1", "/orders/" + purchase + "-1/fulfilments", ""));
        return purchase;
    }

    private static String id(HttpResponse<String> response) throws Exception {
        return RunningServer.json(done(response)).path("id").asText();
    }

    private static HttpResponse<String> done(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        return response;
    }
}
