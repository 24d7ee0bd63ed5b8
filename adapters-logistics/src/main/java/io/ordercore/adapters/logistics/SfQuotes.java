package io.ordercore.adapters.logistics;

import static io.ordercore.adapters.logistics.Payloads.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.Quotes;
import io.ordercore.application.logistics.ShipmentOrder;
import io.ordercore.domain.logistics.tracking.EventTime;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.Recipient;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What SF would charge and when it would arrive (时效), and whether it serves the route (筛单). */
final class SfQuotes implements Quotes {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String SERVICEABLE = "2";

    private final SfPlatform platform;
    private final String monthlyCard;
    private final Clock clock;

    SfQuotes(SfPlatform platform, String monthlyCard, Clock clock) {
        this.platform = platform;
        this.monthlyCard = monthlyCard;
        this.clock = clock;
    }

    @Override
    public CarrierResult<List<Quote>> quote(CarrierContext context, ShipmentOrder shipment) {
        Instant now = clock.instant();
        Map<String, Object> asked = new LinkedHashMap<>();
        if (!shipment.service().isEmpty()) {
            asked.put("businessType", shipment.service());
        }
        asked.put("consignedTime", TIME.format(LocalDateTime.ofInstant(now, CHINA)));
        asked.put("searchPrice", "1");
        asked.put("weight", SfExpress.kilograms(shipment));
        asked.put("srcAddress", place(shipment.from().address()));
        asked.put("destAddress", place(shipment.to().address()));
        return platform.read(
                context,
                "EXP_RECE_QUERY_DELIVERTM",
                asked,
                business -> business.isOk()
                        ? CarrierResult.ok(quotes(business.data().path("deliverTmDto"), now), business.raw())
                        : business.refused());
    }

    private static Map<String, String> place(Address address) {
        return Map.of(
                "province", address.region(),
                "city", address.city(),
                "district", address.district(),
                "address", address.street());
    }

    /** A product without a price cannot be sold: it is left out. */
    private static List<Quote> quotes(JsonNode products, Instant now) {
        List<Quote> quotes = new ArrayList<>();
        for (JsonNode product : products) {
            if (product.path("fee").isNumber()) {
                Money fee = Money.of(YUAN, product.path("fee").decimalValue().setScale(2, RoundingMode.UP));
                String[] window = text(product, "deliverTime").split(",", -1);
                quotes.add(new Quote(
                        text(product, "businessType"),
                        fee,
                        until(window[0], now),
                        until(window[window.length - 1], now)));
            }
        }
        return quotes;
    }

    private static @Nullable Duration until(String written, Instant now) {
        EventTime time = CarrierTimes.inCarriersZone(written, CHINA);
        return time.instant() == null ? null : Duration.between(now, time.instant());
    }

    @Override
    public CarrierResult<Serviceability> checkServiceability(CarrierContext context, ShipmentOrder shipment) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("filterType", 1);
        order.put("orderId", shipment.reference());
        order.put("monthlyCard", monthlyCard);
        order.put("contactInfos", List.of(contact(1, shipment.from()), contact(2, shipment.to())));
        return platform.read(context, "EXP_RECE_FILTER_ORDER_BSP", List.of(order), business -> {
            if (!business.isOk()) {
                return business.refused();
            }
            JsonNode data = business.data().has("resDtos") ? business.data().path("resDtos") : business.data();
            String verdict = text(data.path(0), "filterResult");
            if (verdict.isEmpty()) {
                throw new UnreadableAnswerException("no filterResult");
            }
            boolean yes = verdict.equals(SERVICEABLE);
            return CarrierResult.ok(
                    new Serviceability(yes, yes ? List.of() : List.of(verdict + " " + text(data.path(0), "remark"))),
                    business.raw());
        });
    }

    private static Map<String, Object> contact(int type, Recipient person) {
        Address address = person.address();
        return Map.of(
                "contactType", type,
                "country", address.country(),
                "province", address.region(),
                "city", address.city(),
                "county", address.district(),
                "address", address.street(),
                "tel", person.phone().value());
    }
}
