package io.ordercore.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.stock.StockItem;
import org.junit.jupiter.api.Test;

final class OffersAndStockTest extends ServedTest {
    private static final String CUP =
            "{\"title\":\"Cup\",\"attributes\":{\"colour\":\"white\"},\"price\":{\"amount\":\"15.00\",\"currency\":\"CNY\"}}";

    @Test
    void an_offer_is_shown_with_what_is_left() {
        Server.Reply offer = get("/offers/bowl", LI);

        assertThat(offer.at("/price/amount")).isEqualTo("12.50");
        assertThat(offer.at("/available")).isEqualTo("3");
        assertThat(offer.at("/attributes/colour")).isEqualTo("blue");
        assertThat(offer.header("ETag")).isEqualTo("\"1\"");
        assertThat(get("/offers?limit=1", REVIEWER).at("/next")).isEqualTo("bowl");
        assertThat(get("/offers?after=bowl", LI).at("/items/0/sku")).isEqualTo("kettle");
        assertThat(get("/offers?merchant=pottery", LI).at("/items/1/sku")).isEmpty();
    }

    @Test
    void a_merchant_publishes_and_changes_its_own_offers_only() {
        Server.Reply published = put("/offers/cup", POTTERY, CUP);
        assertThat(published.status()).as(published.response().body()).isEqualTo(201);
        assertThat(published.header("Location")).endsWith("/offers/cup");

        Server.Reply changed = put("/offers/cup", POTTERY, CUP.replace("15.00", "16"), "If-Match", "\"1\"");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("/price/amount")).isEqualTo("16.00");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");

        assertThat(put("/offers/cup", POTTERY, CUP, "If-Match", "\"1\"").code()).isEqualTo("stale-version");
        assertThat(put("/offers/cup", POTTERY, CUP, "If-None-Match", "*").status())
                .isEqualTo(412);
        assertThat(put("/offers/mug", POTTERY, CUP, "If-Match", "*").status()).isEqualTo(412);
        assertThat(put("/offers/cup", TEA_HOUSE, CUP).code()).isEqualTo("not-found");
        assertThat(put("/offers/cup", LI, CUP).status()).isEqualTo(403);
        assertThat(put("/offers/mug", TEA_HOUSE, CUP.replace("{\"title\"", "{\"merchant\":\"pottery\",\"title\""))
                        .status())
                .isEqualTo(403);
        assertThat(put("/offers/cup", POTTERY, CUP.replace("15.00", "0.00")).at("/errors/0/code"))
                .isEqualTo("not-positive");
    }

    @Test
    void an_operator_says_whose_offer_it_is() {
        assertThat(put("/offers/cup", OPERATOR, CUP).at("/errors/0/pointer")).isEqualTo("/merchant");
        assertThat(put("/offers/cup", OPERATOR, CUP.replace("{\"title\"", "{\"merchant\":\"pottery\",\"title\""))
                        .at("/merchant"))
                .isEqualTo("pottery");
        assertThat(put("/offers/cup", OPERATOR, CUP).status()).isEqualTo(200);
    }

    @Test
    void what_names_no_version_is_put_despite_a_change_meanwhile_and_what_names_one_is_not() {
        server.shop.shelf.changeMeanwhile();
        assertThat(put("/stock/bowl", POTTERY, "{\"onHand\":5}").status()).isEqualTo(200);
        server.shop.shelf.changeMeanwhile();
        assertThat(put("/offers/cup", POTTERY, CUP).status()).isEqualTo(201);
        server.shop.shelf.changeMeanwhile();
        assertThat(put("/stock/bowl", POTTERY, "{\"onHand\":6}", "If-Match", "\"2\"")
                        .code())
                .isEqualTo("stale-version");
    }

    @Test
    void stock_is_counted_by_its_merchant_and_never_below_what_is_promised() {
        assertThat(put("/stock/bowl", POTTERY, "{\"onHand\":5}").at("/available"))
                .isEqualTo("5");
        assertThat(get("/stock/bowl", POTTERY).header("ETag")).isEqualTo("\"2\"");
        assertThat(put("/stock/bowl", POTTERY, "{\"onHand\":5}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(put("/stock/cup", POTTERY, "{\"onHand\":5}").status()).isEqualTo(201);
        assertThat(put("/stock/bowl", OPERATOR, "{\"onHand\":6}").at("/merchant"))
                .isEqualTo("pottery");
        assertThat(put("/stock/bowl", TEA_HOUSE, "{\"onHand\":5}").status()).isEqualTo(404);
        assertThat(get("/stock/bowl", TEA_HOUSE).response().body())
                .isEqualTo(get("/stock/nothing", TEA_HOUSE).response().body());
        assertThat(put("/stock/bowl", POTTERY, "{\"onHand\":-1}").at("/errors/0/code"))
                .isEqualTo("min");

        server.shop.shelf.stock.put(
                new Sku("bowl"), new StockItem(new Sku("bowl"), new MerchantId("pottery"), 5, 4, 7));
        Server.Reply below = put("/stock/bowl", POTTERY, "{\"onHand\":3}");
        assertThat(below.status()).isEqualTo(409);
        assertThat(below.code()).isEqualTo("below-reserved");
        assertThat(below.at("/errors/0/reserved")).isEqualTo("4");
    }

    @Test
    void every_line_of_a_list_is_answered_whatever_is_wrong_with_another() {
        String body = """
                {"prices":[
                  {"sku":"bowl","price":{"amount":"13.00","currency":"CNY"}},
                  {"sku":"kettle","price":{"amount":"13.00","currency":"CNY"}},
                  {"sku":"a b","price":{"amount":"13.001","currency":"CNY"}},
                  {"sku":"bowl","price":5},
                  null,
                  {"sku":"bowl","price":{"amount":"0","currency":"CNY"},"colour":"red"}
                ]}
                """;
        Server.Reply reply = put("/offers", POTTERY, body);
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        assertThat(reply.at("/accepted")).isEqualTo("1");
        assertThat(reply.at("/refused")).isEqualTo("5");
        assertThat(reply.at("/items/0/version")).isEqualTo("2");
        assertThat(reply.at("/items/1/errors/0/code")).isEqualTo("sku-not-found");
        assertThat(reply.at("/items/1/errors/0/pointer")).isEqualTo("/prices/1");
        assertThat(reply.at("/items/2/errors/0/pointer")).isEqualTo("/prices/2/sku");
        assertThat(reply.at("/items/2/errors/1/code")).isEqualTo("too-many-decimals");
        assertThat(reply.at("/items/3/errors/0/pointer")).isEqualTo("/prices/3/price");
        assertThat(reply.at("/items/4/errors/0/code")).isEqualTo("wrong-type");
        assertThat(reply.at("/items/5/errors/0/code")).isEqualTo("unknown-property");
        assertThat(put("/offers", LI, body).status()).isEqualTo(403);
        assertThat(put("/offers", POTTERY, "{\"prices\":[]}").code()).isEqualTo("invalid-body");
        assertThat(put("/offers", POTTERY, "{\"offers\":[]}").at("/errors/0/pointer"))
                .isEqualTo("/offers");
        assertThat(put("/stock", POTTERY, "{\"counts\":[{\"sku\":\"bowl\",\"onHand\":-1}]}")
                        .at("/items/0/errors/0/code"))
                .isEqualTo("min");
    }

    @Test
    void a_list_of_ten_thousand_fits_and_a_longer_one_does_not() {
        String line = "{\"sku\":\"bowl\",\"onHand\":1}";
        String most = "{\"counts\":[" + (line + ",").repeat(9_999) + line + "]}";
        assertThat(put("/stock", POTTERY, most).at("/items/9999/result")).isEqualTo("ACCEPTED");
        assertThat(put("/stock", POTTERY, most.replace("]", "," + line + "]")).at("/errors/0/code"))
                .isEqualTo("size");
    }
}
