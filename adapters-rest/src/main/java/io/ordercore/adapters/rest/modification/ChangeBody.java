package io.ordercore.adapters.rest.modification;

import io.ordercore.adapters.rest.Conversion;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.modification.ChangeKind;
import io.ordercore.domain.modification.Contact;
import io.ordercore.domain.modification.RequestedChange;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.party.PhoneNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is to be different; what its kind does not need is left out.
 *
 * @param line the order's line: VARIANT, QUANTITY_UP, QUANTITY_DOWN, DROP_LINE
 * @param quantity how many units to swap, more, fewer, or of the new line; absent for all there are
 * @param sku the variant, or the goods of the new line
 */
@Schema(name = "Change")
record ChangeBody(
        @NotNull ChangeKind kind,
        @Nullable @Min(1) @Max(200) Integer line,
        @Nullable @Min(1) @Max(9_999) Integer quantity,
        @Nullable @Size(max = 64) String sku,
        @Nullable @Valid AddressBody address,
        @Nullable @Valid ContactBody contact,
        @Nullable @Valid WindowBody window,
        @Nullable @Size(max = 500) String note) {

    @Nullable
    RequestedChange change(Conversion conversion, String pointer) {
        return conversion.at(
                pointer,
                "incomplete-change",
                () -> new RequestedChange(
                        kind,
                        line,
                        quantity == null ? 0 : quantity,
                        sku == null ? null : new Sku(sku),
                        address == null ? null : address.address(),
                        contact == null ? null : new Contact(contact.name(), new PhoneNumber(contact.phone())),
                        window == null
                                ? null
                                : new DeliveryWindow(
                                        window.from().toInstant(), window.to().toInstant()),
                        note));
    }

    @Override
    public String toString() {
        return "ChangeBody[" + kind + "]";
    }

    /** Where it shall go instead. Personal data. */
    @Schema(name = "NewAddress")
    record AddressBody(
            @NotNull @Pattern(regexp = "[A-Za-z]{2}") String country,
            @Nullable @Size(max = 200) String region,
            @NotBlank @Size(max = 200) String city,
            @Nullable @Size(max = 200) String district,
            @NotBlank @Size(max = 200) String street,
            @Nullable @Size(max = 200) String postalCode) {
        Address address() {
            return new Address(country, orEmpty(region), city, orEmpty(district), street, orEmpty(postalCode));
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }

        @Override
        public String toString() {
            return "AddressBody[" + country + "]";
        }
    }

    /** Whom the courier shall ask for instead. Personal data. */
    @Schema(name = "NewContact")
    record ContactBody(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 40) String phone) {
        @Override
        public String toString() {
            return "ContactBody[…]";
        }
    }

    /** When the buyer is there. */
    @Schema(name = "NewWindow")
    record WindowBody(@NotNull OffsetDateTime from, @NotNull OffsetDateTime to) {}
}
