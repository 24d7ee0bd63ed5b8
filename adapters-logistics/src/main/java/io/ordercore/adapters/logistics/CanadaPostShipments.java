package io.ordercore.adapters.logistics;

import static io.ordercore.adapters.logistics.Payloads.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.logistics.Booking;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.ShipmentOrder;
import io.ordercore.application.logistics.ShipmentOrder.ParcelToSend;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.party.Address;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Non-contract shipments of Canada Post, in XML, paid by the account's card. The service keeps no keys of ours: the key goes along,
 * shortened, as the customer's first reference. A booking whose answer was lost is looked for among the shipments of the last hours,
 * which the service lists for that purpose, the latest first.
 */
final class CanadaPostShipments {
    static final String MEDIA = "application/vnd.cpc.ncshipment-v4+xml";
    private static final String NAMESPACE = "http://www.canadapost.ca/ws/ncshipment-v4";
    private static final ZoneId EASTERN = ZoneId.of("America/Toronto");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMddHHmm", Locale.ROOT);
    private static final Duration LATELY = Duration.ofHours(6);
    private static final int MOST = 50;

    private final CanadaPost.Account account;
    private final CarrierHttp http;
    private final BiFunction<CarrierContext, String, HttpRequest.Builder> call;
    private final Clock clock;
    private final KnownWrites<ShipmentOrder, Booking> known = new KnownWrites<>();

    /** @param call begins a call to a path, credentials and all */
    CanadaPostShipments(
            CanadaPost.Account account,
            CarrierHttp http,
            BiFunction<CarrierContext, String, HttpRequest.Builder> call,
            Clock clock) {
        this.account = account;
        this.http = http;
        this.call = call;
        this.clock = clock;
    }

    CarrierResult<Booking> book(CarrierContext context, ShipmentOrder shipment, IdempotencyKey key) {
        if (shipment.parcels().size() != 1) {
            return CarrierResult.rejected(CarrierErrorCode.INVALID_INPUT, "", "a shipment is one parcel");
        }
        if (!shipment.from().address().country().equals(shipment.to().address().country())) {
            return CarrierResult.rejected(CarrierErrorCode.NOT_SERVICEABLE, "", "customs papers are not written");
        }
        String body = Payloads.writeXml("non-contract-shipment", order(shipment, key));
        return known.once(key, shipment, () -> {
            CarrierResult<Booking> there = known.isUncertain(key) ? find(context, key) : never();
            return there.equals(never()) ? write(context, body, key) : there;
        });
    }

    private CarrierResult<Booking> write(CarrierContext context, String body, IdempotencyKey key) {
        return http.write(
                context,
                key,
                call.apply(context, path())
                        .header("Content-Type", MEDIA)
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                CanadaPostShipments::booked);
    }

    CarrierResult<Booking> find(CarrierContext context, IdempotencyKey key) {
        String from = MINUTE.format(clock.instant().minus(LATELY).atZone(EASTERN));
        return http.read(context, call.apply(context, path() + "?from=" + from).GET(), answer -> {
            if (answer.body().contains(NAMESPACE) && !answer.body().contains("<link")) {
                return never();
            }
            JsonNode body = Payloads.xml(answer.body());
            if (body.has("message")) {
                return refused(body);
            }
            List<String> latestFirst = links(body);
            for (String link : latestFirst.subList(0, Math.min(MOST, latestFirst.size()))) {
                CarrierResult<Booking> result = withReference(context, link, Digests.reference(key));
                if (!result.equals(never())) {
                    return result;
                }
            }
            return latestFirst.size() <= MOST ? never() : Readings.notYet();
        });
    }

    /** The shipment at this link; {@link #never} if it bears another reference. */
    private CarrierResult<Booking> withReference(CarrierContext context, String link, String reference) {
        return http.read(
                context,
                call.apply(context, link + "/details").GET(),
                answer -> text(Payloads.xml(answer.body()), "delivery-spec", "references", "customer-ref-1")
                                .equals(reference)
                        ? http.read(context, call.apply(context, link).GET(), CanadaPostShipments::booked)
                        : never());
    }

    private static CarrierResult<Booking> never() {
        return CarrierResult.rejected(CarrierErrorCode.NOT_FOUND, "404", "never booked");
    }

    private String path() {
        return "/rs/" + account.customerNumber() + "/ncshipment";
    }

    private Map<String, Object> order(ShipmentOrder shipment, IdempotencyKey key) {
        Map<String, Object> sender = new LinkedHashMap<>();
        sender.put("company", shipment.from().name());
        sender.put("contact-phone", shipment.from().phone().value());
        sender.put("address-details", address(shipment.from().address(), false));
        Map<String, Object> destination = new LinkedHashMap<>();
        destination.put("name", shipment.to().name());
        destination.put("address-details", address(shipment.to().address(), true));
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("service-code", shipment.service().isEmpty() ? account.service() : shipment.service());
        spec.put("sender", sender);
        spec.put("destination", destination);
        spec.put("parcel-characteristics", box(shipment.parcels().get(0)));
        spec.put("preferences", Map.of("show-packing-instructions", false));
        spec.put("references", Map.of("customer-ref-1", Digests.reference(key)));
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("xmlns", NAMESPACE);
        order.put(
                "requested-shipping-point",
                shipment.from().address().postalCode().replace(" ", ""));
        order.put("delivery-spec", spec);
        return order;
    }

    private static Map<String, Object> address(Address at, boolean withCountry) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("address-line-1", at.street());
        address.put("city", at.city());
        address.put("prov-state", at.region());
        if (withCountry) {
            address.put("country-code", at.country());
        }
        address.put("postal-zip-code", at.postalCode().replace(" ", ""));
        return address;
    }

    /** Kilograms to the gram, centimetres to the millimetre. */
    private static Map<String, Object> box(ParcelToSend it) {
        Map<String, Object> sides = new LinkedHashMap<>();
        sides.put("length", shifted(it.lengthMm(), 1));
        sides.put("width", shifted(it.widthMm(), 1));
        sides.put("height", shifted(it.heightMm(), 1));
        Map<String, Object> box = new LinkedHashMap<>();
        box.put("weight", shifted(it.weightGrams(), 3));
        box.put("dimensions", sides);
        return box;
    }

    private static BigDecimal shifted(int value, int places) {
        return BigDecimal.valueOf(value).movePointLeft(places).setScale(places, RoundingMode.UNNECESSARY);
    }

    private static CarrierResult<Booking> booked(CarrierHttp.Answer answer) throws UnreadableAnswerException {
        JsonNode body = Payloads.xml(answer.body());
        if (body.has("message")) {
            return refused(body);
        }
        String number = text(body, "tracking-pin");
        if (number.isEmpty()) {
            throw new UnreadableAnswerException("a shipment without a number");
        }
        String label = "";
        for (JsonNode link : Payloads.each(body.path("links").path("link"))) {
            label = text(link, "rel").equals("label") ? text(link, "href") : label;
        }
        return CarrierResult.ok(
                new Booking(
                        text(body, "shipment-id"),
                        List.of(new TrackingNumber(number)),
                        label.isEmpty() ? null : label,
                        null),
                answer.body());
    }

    /** Paths of the listed shipments, the latest first. */
    private static List<String> links(JsonNode body) {
        List<String> paths = new ArrayList<>();
        for (JsonNode link : Payloads.each(body.path("link"))) {
            paths.add(URI.create(text(link, "href")).getPath());
        }
        Collections.reverse(paths);
        return paths;
    }

    private static <T> CarrierResult<T> refused(JsonNode messages) {
        return CanadaPost.refused(
                Payloads.each(messages.path("message")).iterator().next());
    }
}
