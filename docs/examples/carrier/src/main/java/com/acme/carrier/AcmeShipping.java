package com.acme.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ordercore.application.logistics.Booking;
import io.ordercore.application.logistics.Intercepts.InterceptTicket;
import io.ordercore.application.logistics.ShipmentOrder;
import io.ordercore.application.logistics.ShipmentOrder.ParcelToSend;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.party.Recipient;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What Acme is told of a shipment, and what it says of a booking and of a parcel it was asked to stop. */
final class AcmeShipping {
    private AcmeShipping() {}

    static String order(ShipmentOrder shipment) {
        ObjectNode order = AcmeParcel.object();
        order.put("reference", shipment.reference()).put("service", shipment.service());
        place(order.putObject("from"), shipment.from());
        place(order.putObject("to"), shipment.to());
        for (ParcelToSend box : shipment.parcels()) {
            order.withArray("/boxes")
                    .addObject()
                    .put("grams", box.weightGrams())
                    .put("contents", box.contents());
        }
        return order.toString();
    }

    private static void place(ObjectNode place, Recipient who) {
        place.put("name", who.name())
                .put("phone", who.phone().value())
                .put("country", who.address().country())
                .put("city", who.address().city())
                .put("street", who.address().street())
                .put("postcode", who.address().postalCode());
    }

    /** {@code {"parcel": ..., "label": ..., "price": {"amount", "currency"}}}. */
    static Booking booking(JsonNode booked) {
        String number = AcmeParcel.required(booked, "parcel");
        JsonNode price = booked.path("price");
        return new Booking(
                number,
                List.of(new TrackingNumber(number)),
                booked.path("label").isTextual() ? booked.path("label").asText() : null,
                price.isObject()
                        ? Money.of(
                                CurrencyUnit.of(price.path("currency").asText()),
                                price.path("amount").decimalValue())
                        : null);
    }

    /** {@code {"stop": ..., "status": ASKED | AGREED | NO | DONE, "why": ...}}. */
    static InterceptTicket ticket(TrackingNumber parcel, JsonNode stop) {
        return new InterceptTicket(
                AcmeParcel.required(stop, "stop"),
                parcel,
                status(stop.path("status").asText()),
                stop.path("why").asText(),
                null);
    }

    private static InterceptTicket.Status status(String word) {
        return switch (word) {
            case "AGREED" -> InterceptTicket.Status.ACCEPTED;
            case "NO" -> InterceptTicket.Status.REFUSED;
            case "DONE" -> InterceptTicket.Status.DONE;
            default -> InterceptTicket.Status.REQUESTED;
        };
    }
}
