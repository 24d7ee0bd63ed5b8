package io.ordercore.adapters.logistics;

import static io.ordercore.adapters.logistics.Payloads.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.logistics.Booking;
import io.ordercore.application.logistics.Cancels.CancelOutcome;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.ShipmentOrder;
import io.ordercore.application.logistics.ShipmentOrder.ParcelToSend;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.Recipient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Shipments of FedEx Ship v1. The service keeps no keys of ours: our key goes along, shortened, as the customer's reference, by which tracking finds
 * a shipment, though without its label, and not at once. Until it is found nobody knows whether it was booked, so it is never said that
 * it was not.
 */
final class FedExShipments {
    private static final String PATH = "/ship/v1/shipments";
    private static final String BY_REFERENCE = "/track/v1/referencenumbers";
    private static final int REFERENCE_DAYS = 29;
    private static final BigDecimal GRAMS = new BigDecimal(1000);
    private static final BigDecimal MILLIMETRES = new BigDecimal(10);

    /** Begins a call. */
    interface Call {
        HttpRequest.Builder to(CarrierContext context, String bearer, String path);
    }

    private final FedExAccount account;
    private final CarrierHttp http;
    private final BearerToken token;
    private final Call call;
    private final Clock clock;
    private final KnownWrites<ShipmentOrder, Booking> known = new KnownWrites<>();

    FedExShipments(FedExAccount account, CarrierHttp http, BearerToken token, Call call, Clock clock) {
        this.account = account;
        this.http = http;
        this.token = token;
        this.call = call;
        this.clock = clock;
    }

    CarrierResult<Booking> book(CarrierContext context, ShipmentOrder shipment, IdempotencyKey key) {
        if (!shipment.from().address().country().equals(shipment.to().address().country())) {
            return CarrierResult.rejected(CarrierErrorCode.NOT_SERVICEABLE, "", "customs papers are not written");
        }
        String body = Payloads.write(order(shipment, key));
        return known.once(
                key,
                shipment,
                () -> known.isUncertain(key)
                        ? find(context, key)
                        : token.with(
                                context,
                                bearer -> http.write(
                                        context,
                                        key,
                                        call.to(context, bearer, PATH).POST(HttpRequest.BodyPublishers.ofString(body)),
                                        FedExShipments::booked)));
    }

    CarrierResult<Booking> find(CarrierContext context, IdempotencyKey key) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String body = Payloads.write(Map.of(
                "referencesInformation",
                Map.of(
                        "type",
                        "CUSTOMER_REFERENCE",
                        "value",
                        Digests.reference(key),
                        "accountNumber",
                        account.accountNumber(),
                        "shipDateBegin",
                        today.minusDays(REFERENCE_DAYS).toString(),
                        "shipDateEnd",
                        today.toString()),
                "includeDetailedScans",
                false));
        return token.with(
                context,
                bearer -> http.read(
                        context,
                        call.to(context, bearer, BY_REFERENCE).POST(HttpRequest.BodyPublishers.ofString(body)),
                        FedExShipments::referenced));
    }

    CarrierResult<CancelOutcome> cancel(CarrierContext context, String carrierRef, IdempotencyKey key) {
        String body = Payloads.write(Map.of(
                "accountNumber",
                Map.of("value", account.accountNumber()),
                "deletionControl",
                "DELETE_ALL_PACKAGES",
                "trackingNumber",
                carrierRef));
        return token.with(
                context,
                bearer -> http.write(
                        context,
                        key,
                        call.to(context, bearer, PATH + "/cancel").PUT(HttpRequest.BodyPublishers.ofString(body)),
                        FedExShipments::cancelled));
    }

    private Map<String, Object> order(ShipmentOrder shipment, IdempotencyKey key) {
        List<Map<String, Object>> boxes = new ArrayList<>();
        for (ParcelToSend box : shipment.parcels()) {
            boxes.add(box(box, boxes.size() + 1, key));
        }
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("shipper", person(shipment.from()));
        asked.put("recipients", List.of(person(shipment.to())));
        asked.put(
                "shipDatestamp",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString());
        asked.put("serviceType", shipment.service().isEmpty() ? account.service() : shipment.service());
        asked.put("packagingType", "YOUR_PACKAGING");
        asked.put("pickupType", "USE_SCHEDULED_PICKUP");
        asked.put("shippingChargesPayment", Map.of("paymentType", "SENDER"));
        asked.put("labelSpecification", Map.of("imageType", "PDF", "labelStockType", "PAPER_4X6"));
        asked.put("requestedPackageLineItems", boxes);
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("labelResponseOptions", "URL_ONLY");
        order.put("accountNumber", Map.of("value", account.accountNumber()));
        order.put("requestedShipment", asked);
        return order;
    }

    private static Map<String, Object> person(Recipient who) {
        Address at = who.address();
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("streetLines", List.of(at.street()));
        address.put("city", at.city());
        address.put("stateOrProvinceCode", at.region());
        address.put("postalCode", at.postalCode());
        address.put("countryCode", at.country());
        Map<String, Object> person = new LinkedHashMap<>();
        person.put(
                "contact",
                Map.of("personName", who.name(), "phoneNumber", who.phone().value()));
        person.put("address", address);
        return person;
    }

    /** Kilograms to the next gram, whole centimetres to the next one. */
    private static Map<String, Object> box(ParcelToSend it, int number, IdempotencyKey key) {
        Map<String, Object> box = new LinkedHashMap<>();
        box.put("sequenceNumber", number);
        box.put(
                "customerReferences",
                List.of(Map.of("customerReferenceType", "CUSTOMER_REFERENCE", "value", Digests.reference(key))));
        box.put(
                "weight",
                Map.of(
                        "units",
                        "KG",
                        "value",
                        BigDecimal.valueOf(it.weightGrams()).divide(GRAMS)));
        box.put(
                "dimensions",
                Map.of(
                        "length",
                        centimetres(it.lengthMm()),
                        "width",
                        centimetres(it.widthMm()),
                        "height",
                        centimetres(it.heightMm()),
                        "units",
                        "CM"));
        box.put(
                "declaredValue",
                Map.of(
                        "amount",
                        it.declaredValue().getAmount(),
                        "currency",
                        it.declaredValue().getCurrencyUnit().getCode()));
        return box;
    }

    private static BigDecimal centimetres(int millimetres) {
        return BigDecimal.valueOf(millimetres).divide(MILLIMETRES, 0, RoundingMode.UP);
    }

    private static CarrierResult<Booking> booked(CarrierHttp.Answer answer) throws UnreadableAnswerException {
        JsonNode body = Payloads.json(answer.body());
        if (isRefusal(body)) {
            return refused(body);
        }
        JsonNode shipment = body.path("output").path("transactionShipments").path(0);
        List<TrackingNumber> numbers = new ArrayList<>();
        String label = "";
        for (JsonNode piece : shipment.path("pieceResponses")) {
            numbers.add(new TrackingNumber(text(piece, "trackingNumber")));
            String address = text(piece.path("packageDocuments").path(0), "url");
            label = label.isEmpty() ? address : label;
        }
        String master = text(shipment, "masterTrackingNumber");
        if (numbers.isEmpty()) {
            throw new UnreadableAnswerException("a shipment without pieces");
        }
        return CarrierResult.ok(
                new Booking(
                        master.isEmpty() ? numbers.get(0).value() : master,
                        numbers,
                        label.isEmpty() ? null : label,
                        price(shipment.path("completedShipmentDetail")
                                .path("shipmentRating")
                                .path("shipmentRateDetails")
                                .path(0))),
                answer.body());
    }

    private static @Nullable Money price(JsonNode rate) {
        String currency = text(rate, "currency");
        return currency.isEmpty() || !rate.path("totalNetCharge").isNumber()
                ? null
                : Money.of(
                        CurrencyUnit.of(currency), rate.path("totalNetCharge").decimalValue(), RoundingMode.HALF_UP);
    }

    private static CarrierResult<Booking> referenced(CarrierHttp.Answer answer) throws UnreadableAnswerException {
        JsonNode body = Payloads.json(answer.body());
        if (isRefusal(body) && !text(body.path("errors").get(0), "code").contains("NOTFOUND")) {
            return refused(body);
        }
        List<TrackingNumber> numbers = new ArrayList<>();
        for (JsonNode found : body.path("output").path("completeTrackResults")) {
            String number = text(found, "trackingNumber");
            if (!number.isEmpty()
                    && found.path("trackResults").path(0).path("error").isMissingNode()) {
                numbers.add(new TrackingNumber(number));
            }
        }
        return numbers.isEmpty()
                ? Readings.notYet()
                : CarrierResult.ok(new Booking(numbers.get(0).value(), numbers, null, null), answer.body());
    }

    private static CarrierResult<CancelOutcome> cancelled(CarrierHttp.Answer answer) throws UnreadableAnswerException {
        JsonNode body = Payloads.json(answer.body());
        if (isRefusal(body)) {
            return text(body.path("errors").get(0), "code").contains("ALREADY")
                    ? CarrierResult.ok(CancelOutcome.CANCELLED, answer.body())
                    : FedEx.refused(body.path("errors").get(0));
        }
        return CarrierResult.ok(
                body.path("output").path("cancelledShipment").asBoolean()
                        ? CancelOutcome.CANCELLED
                        : CancelOutcome.TOO_LATE,
                answer.body());
    }

    private static boolean isRefusal(JsonNode body) {
        return body.path("errors").isArray() && !body.path("errors").isEmpty();
    }

    /** What a booking lacks is not found later either. */
    private static <T> CarrierResult<T> refused(JsonNode body) {
        JsonNode error = body.path("errors").get(0);
        String code = text(error, "code");
        return code.contains("NOTFOUND")
                ? CarrierResult.rejected(CarrierErrorCode.INVALID_INPUT, code, text(error, "message"))
                : FedEx.refused(error);
    }
}
