package io.ordercore.domain.order;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.offer;
import static io.ordercore.domain.testkit.Fixtures.purchase;
import static io.ordercore.domain.testkit.Fixtures.request;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.LineRefusal.Reason;
import io.ordercore.domain.party.MerchantId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlacingTest {
    private static final MerchantId POTTERY = new MerchantId("pottery");
    private static final Offer WITHDRAWN =
            new Offer(new Sku("lamp"), POTTERY, "A lamp", Map.of(), yuan("5.00"), false, 3);
    private static final Map<Sku, SkuFacts> MARKET = Map.of(
            new Sku("kettle"), new SkuFacts(offer("kettle", TEA_HOUSE, "99.00"), 3),
            new Sku("tea"), new SkuFacts(offer("tea", TEA_HOUSE, "20.00"), 100),
            new Sku("cup"), new SkuFacts(offer("cup", POTTERY, "9.90"), 5),
            new Sku("lamp"), new SkuFacts(WITHDRAWN, 5));

    @Test
    void a_purchase_becomes_one_order_per_merchant() {
        PlacingDecision.Placed placed = (PlacingDecision.Placed)
                decide(line("kettle", 1, "99.00"), line("cup", 2, "9.90"), line("tea", 1, "20.00"));

        assertThat(placed.orders()).extracting(it -> it.order().merchant()).containsExactly(TEA_HOUSE, POTTERY);
        assertThat(placed.orders()).extracting(it -> it.order().total()).containsExactly(yuan("119.00"), yuan("19.80"));
        assertThat(placed.orders()).extracting(it -> it.order().id().number()).containsExactly(1, 2);
        assertThat(placed.total()).isEqualTo(yuan("138.80"));
        assertThat(placed.orders().get(0).order().status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
    }

    @Test
    void the_same_sku_in_two_lines_shares_the_stock() {
        assertThat(refusals(line("kettle", 2, "99.00"), line("kettle", 2, "99.00")))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.index()).isEqualTo(1);
                    assertThat(it.reason()).isEqualTo(Reason.INSUFFICIENT_STOCK);
                    assertThat(it.available()).isEqualTo(1);
                });
    }

    @Test
    void a_lower_price_is_charged_and_said() {
        PlacingDecision.Placed placed = placed(line("tea", 1, "20.00"), line("kettle", 2, "120.00"));
        assertThat(placed.total()).isEqualTo(yuan("218.00"));
        assertThat(placed.lowered())
                .containsExactly(new LoweredPrice(1, new Sku("kettle"), yuan("120.00"), yuan("99.00")));
    }

    @Test
    void a_higher_price_is_refused_with_the_current_one() {
        assertThat(refusals(line("kettle", 1, "89.00"))).singleElement().satisfies(it -> {
            assertThat(it.reason()).isEqualTo(Reason.PRICE_CHANGED);
            assertThat(it.price()).isEqualTo(yuan("99.00"));
        });
    }

    @Test
    void every_line_in_the_way_is_named() {
        assertThat(refusals(line("ghost", 1, "1.00"), line("tea", 1, "20.00"), line("lamp", 1, "5.00")))
                .extracting(LineRefusal::index, LineRefusal::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, Reason.UNKNOWN_SKU),
                        org.assertj.core.groups.Tuple.tuple(2, Reason.NOT_ORDERABLE));
    }

    private static PlacingDecision.Placed placed(PurchaseLine... lines) {
        return decide(lines).decide(new PlacingDecision.Cases<>() {
            @Override
            public PlacingDecision.Placed placed(PlacingDecision.Placed it) {
                return it;
            }

            @Override
            public PlacingDecision.Placed refused(PlacingDecision.Refused it) {
                throw new AssertionError("refused: " + it.lines());
            }
        });
    }

    private static List<LineRefusal> refusals(PurchaseLine... lines) {
        return decide(lines).decide(new PlacingDecision.Cases<>() {
            @Override
            public List<LineRefusal> placed(PlacingDecision.Placed it) {
                return List.of();
            }

            @Override
            public List<LineRefusal> refused(PlacingDecision.Refused it) {
                return it.lines();
            }
        });
    }

    private static PlacingDecision decide(PurchaseLine... lines) {
        return Placing.decide(
                purchase(1),
                request(lines),
                MARKET::get,
                LI_HERSELF,
                TUESDAY_MORNING,
                TUESDAY_MORNING.plus(Duration.ofMinutes(30)));
    }

    @Test
    void all_there_is_of_a_sku_can_be_bought() {
        assertThat(placed(line("kettle", 3, "99.00")).total()).isEqualTo(yuan("297.00"));
    }

    @Test
    void a_line_asks_for_1_to_9999_units_and_a_purchase_has_1_to_200_lines() {
        assertThat(line("kettle", PurchaseLine.MOST_UNITS, "99.00").quantity()).isEqualTo(9_999);
        assertThatThrownBy(() -> line("kettle", 0, "99.00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line("kettle", 10_000, "99.00")).isInstanceOf(IllegalArgumentException.class);
        assertThat(request(Collections.nCopies(200, line("tea", 1, "1.00")).toArray(PurchaseLine[]::new))
                        .lines())
                .hasSize(200);
        assertThatThrownBy(() ->
                        request(Collections.nCopies(201, line("tea", 1, "1.00")).toArray(PurchaseLine[]::new)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request()).isInstanceOf(IllegalArgumentException.class);
    }
}
