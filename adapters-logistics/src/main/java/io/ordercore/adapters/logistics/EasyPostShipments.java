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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.Money;

/**
 * Shipments of EasyPost, created and bought in one call. The service keeps no keys of ours but finds a shipment by our reference:
 * it is looked up before it is bought, and before its postage is given back.
 */
final class EasyPostShipments {
    private static final String PATH = "/v2/shipments";
    private static final int NOT_FOUND = 404;
    private static final BigDecimal GRAMS_OF_AN_OUNCE = new BigDecimal("28.349523125");
    private static final BigDecimal MILLIMETRES_OF_AN_INCH = new BigDecimal("25.4");

    private final EasyPost.Account account;
    private final CarrierHttp http;
    private final Function<String, HttpRequest.Builder> call;
    private final KnownWrites<ShipmentOrder, Booking> known = new KnownWrites<>();

    /** @param call begins a call to a path, credentials and all */
    EasyPostShipments(EasyPost.Account account, CarrierHttp http, Function<String, HttpRequest.Builder> call) {
        this.account = account;
        this.http = http;
        this.call = call;
    }

    CarrierResult<Booking> book(CarrierContext context, ShipmentOrder shipment, IdempotencyKey key) {
        if (shipment.parcels().size() != 1) {
            return CarrierResult.rejected(CarrierErrorCode.INVALID_INPUT, "", "a shipment is one parcel");
        }
        if (!shipment.from().address().country().equals(shipment.to().address().country())) {
            return CarrierResult.rejected(CarrierErrorCode.NOT_SERVICEABLE, "", "customs papers are not written");
        }
        return known.once(key, shipment, () -> find(context, key).decide(new UnlessThere(context, shipment, key)));
    }

    CarrierResult<Booking> find(CarrierContext context, IdempotencyKey key) {
        return http.read(context, shipment(key.value()), EasyPostShipments::booking);
    }

    /** Bought only when it is certain that it was not. */
    private final class UnlessThere implements CarrierResult.Cases<Booking, CarrierResult<Booking>> {
        private final CarrierContext context;
        private final ShipmentOrder shipment;
        private final IdempotencyKey key;

        UnlessThere(CarrierContext context, ShipmentOrder shipment, IdempotencyKey key) {
            this.context = context;
            this.shipment = shipment;
            this.key = key;
        }

        @Override
        public CarrierResult<Booking> ok(Booking there, String raw) {
            return CarrierResult.ok(there, raw);
        }

        @Override
        public CarrierResult<Booking> rejected(CarrierResult.Rejected<?> it) {
            return it.code() == CarrierErrorCode.NOT_FOUND
                    ? http.write(context, key, bought(), EasyPostShipments::booking)
                    : new CarrierResult.Rejected<>(it.code(), it.carrierCode(), it.message(), it.fieldErrors());
        }

        @Override
        public CarrierResult<Booking> retryable(CarrierResult.Retryable<?> it) {
            return CarrierResult.retryable(it.code(), it.retryAfter());
        }

        @Override
        public CarrierResult<Booking> outcomeUnknown(CarrierResult.OutcomeUnknown<?> it) {
            return new CarrierResult.OutcomeUnknown<>(it.key());
        }

        @Override
        public CarrierResult<Booking> unsupported(CarrierResult.Unsupported<?> it) {
            return CarrierResult.unsupported(it.capability());
        }

        private HttpRequest.Builder bought() {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("reference", key.value());
            body.put("from_address", address(shipment.from()));
            body.put("to_address", address(shipment.to()));
            body.put("parcel", parcel(shipment.parcels().get(0)));
            body.put("carrier_accounts", List.of(account.carrierAccount()));
            body.put("service", shipment.service().isEmpty() ? account.service() : shipment.service());
            return call.apply(PATH).POST(HttpRequest.BodyPublishers.ofString(Payloads.write(Map.of("shipment", body))));
        }
    }

    private HttpRequest.Builder shipment(String ref) {
        return call.apply(PATH + "/" + Payloads.encode(ref)).GET();
    }

    private static Map<String, String> address(Recipient person) {
        Address at = person.address();
        Map<String, String> address = new LinkedHashMap<>();
        address.put("name", person.name());
        address.put("phone", person.phone().value());
        address.put("street1", at.street());
        address.put("city", at.city());
        address.put("state", at.region());
        address.put("zip", at.postalCode());
        address.put("country", at.country());
        return address;
    }

    /** Ounces and inches, to the next tenth. */
    private static Map<String, BigDecimal> parcel(ParcelToSend it) {
        Map<String, BigDecimal> parcel = new LinkedHashMap<>();
        parcel.put("length", tenths(it.lengthMm(), MILLIMETRES_OF_AN_INCH));
        parcel.put("width", tenths(it.widthMm(), MILLIMETRES_OF_AN_INCH));
        parcel.put("height", tenths(it.heightMm(), MILLIMETRES_OF_AN_INCH));
        parcel.put("weight", tenths(it.weightGrams(), GRAMS_OF_AN_OUNCE));
        return parcel;
    }

    private static BigDecimal tenths(int value, BigDecimal unit) {
        return BigDecimal.valueOf(value).divide(unit, 1, RoundingMode.UP);
    }

    private static CarrierResult<Booking> booking(CarrierHttp.Answer answer) throws UnreadableAnswerException {
        if (answer.status() == NOT_FOUND) {
            return CarrierResult.rejected(CarrierErrorCode.NOT_FOUND, "404", "never booked");
        }
        JsonNode body = Payloads.json(answer.body());
        if (body.has("error")) {
            return EasyPost.refused(body.path("error"));
        }
        String number = text(body, "tracking_code");
        if (number.isEmpty()) {
            throw new UnreadableAnswerException("a shipment that was not bought");
        }
        JsonNode rate = body.path("selected_rate");
        String label = text(body, "postage_label", "label_url");
        return CarrierResult.ok(
                new Booking(
                        text(body, "id"),
                        List.of(new TrackingNumber(number)),
                        label.isEmpty() ? null : label,
                        text(rate, "rate").isEmpty()
                                ? null
                                : Money.parse(text(rate, "currency") + " " + text(rate, "rate"))),
                answer.body());
    }

    /** Postage that was asked back is not asked back again. */
    CarrierResult<CancelOutcome> cancel(CarrierContext context, String carrierRef, IdempotencyKey key) {
        CarrierResult<CancelOutcome> stands = http.read(context, shipment(carrierRef), EasyPostShipments::refund);
        return stands.equals(CarrierResult.ok(CancelOutcome.TOO_LATE, ""))
                ? http.write(
                        context,
                        key,
                        call.apply(PATH + "/" + Payloads.encode(carrierRef) + "/refund")
                                .POST(HttpRequest.BodyPublishers.noBody()),
                        EasyPostShipments::refund)
                : stands;
    }

    private static CarrierResult<CancelOutcome> refund(CarrierHttp.Answer answer) throws UnreadableAnswerException {
        if (answer.status() == NOT_FOUND) {
            return CarrierResult.rejected(CarrierErrorCode.NOT_FOUND, "404", "never booked");
        }
        JsonNode body = Payloads.json(answer.body());
        if (body.has("error")) {
            return EasyPost.refused(body.path("error"));
        }
        return CarrierResult.ok(
                switch (text(body, "refund_status")) {
                    case "submitted" -> CancelOutcome.PENDING;
                    case "refunded" -> CancelOutcome.CANCELLED;
                    default -> CancelOutcome.TOO_LATE;
                },
                "");
    }
}
