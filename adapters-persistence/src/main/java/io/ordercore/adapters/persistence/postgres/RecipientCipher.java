package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderSnapshot;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.DeliveryWishes;
import io.ordercore.domain.party.PhoneNumber;
import io.ordercore.domain.party.Recipient;

/** How a recipient and the buyer's wishes stand in an order's row: encrypted, and readable in that row only. */
final class RecipientCipher {
    private final PersonalDataKeys keys;

    RecipientCipher(PersonalDataKeys keys) {
        this.keys = keys;
    }

    /** What an order knows about people. */
    record Personal(Recipient recipient, DeliveryWishes wishes) {
        static Personal of(OrderSnapshot order) {
            return new Personal(order.recipient(), order.wishes());
        }
    }

    byte[] encrypt(OrderId order, Personal personal) {
        Recipient recipient = personal.recipient();
        Address address = recipient.address();
        String text = Json.object(json -> {
            json.writeStringField("name", recipient.name());
            json.writeStringField("phone", recipient.phone().value());
            json.writeStringField("country", address.country());
            json.writeStringField("region", address.region());
            json.writeStringField("city", address.city());
            json.writeStringField("district", address.district());
            json.writeStringField("street", address.street());
            json.writeStringField("postalCode", address.postalCode());
            RequestedChangeDocument.write(json, personal.wishes());
        });
        return keys.encrypt(text, place(order));
    }

    Personal decrypt(OrderId order, byte[] cipher) {
        JsonNode json = Json.read(keys.decrypt(cipher, place(order)));
        Recipient recipient = new Recipient(
                json.path("name").asText(),
                new PhoneNumber(json.path("phone").asText()),
                new Address(
                        json.path("country").asText(),
                        json.path("region").asText(),
                        json.path("city").asText(),
                        json.path("district").asText(),
                        json.path("street").asText(),
                        json.path("postalCode").asText()));
        return new Personal(recipient, RequestedChangeDocument.wishes(json));
    }

    byte[] phoneIndex(PhoneNumber phone) {
        return keys.index(phone);
    }

    private static String place(OrderId order) {
        return "orders|recipient|" + order;
    }
}
