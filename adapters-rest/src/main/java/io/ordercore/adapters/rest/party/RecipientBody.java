package io.ordercore.adapters.rest.party;

import io.ordercore.adapters.rest.Conversion;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.PhoneNumber;
import io.ordercore.domain.party.Recipient;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who receives a parcel, and where. Personal data. */
@Schema(
        name = "Recipient",
        description = "Who receives a parcel, and where.",
        examples =
                "{\"name\":\"Lin Xia\",\"phone\":\"+8613800000000\",\"country\":\"CN\",\"region\":\"Zhejiang\","
                        + "\"city\":\"Hangzhou\",\"district\":\"Xihu\",\"street\":\"1 Lakeside Road\",\"postalCode\":\"310000\"}")
public record RecipientBody(
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 40) String phone,
        @NotNull @Pattern(regexp = "[A-Za-z]{2}") String country,
        @Nullable @Size(max = 200) String region,
        @NotBlank @Size(max = 200) String city,
        @Nullable @Size(max = 200) String district,
        @NotBlank @Size(max = 200) String street,
        @Nullable @Size(max = 200) String postalCode) {

    public static RecipientBody of(Recipient recipient) {
        Address address = recipient.address();
        return new RecipientBody(
                recipient.name(),
                recipient.phone().value(),
                address.country(),
                address.region(),
                address.city(),
                address.district(),
                address.street(),
                address.postalCode());
    }

    /** The recipient, null and violations below {@code pointer} if it cannot be one. */
    public @Nullable Recipient recipient(Conversion conversion, String pointer) {
        PhoneNumber number = conversion.at(pointer + "/phone", "invalid-phone", () -> new PhoneNumber(phone));
        Address address = conversion.at(
                pointer,
                "invalid-address",
                () -> new Address(country, orEmpty(region), city, orEmpty(district), street, orEmpty(postalCode)));
        return number == null || address == null
                ? null
                : conversion.at(pointer + "/name", "invalid-name", () -> new Recipient(name, number, address));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public String toString() {
        return "RecipientBody[" + country + "]";
    }
}
