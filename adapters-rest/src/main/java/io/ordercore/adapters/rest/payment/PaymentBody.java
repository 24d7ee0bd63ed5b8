package io.ordercore.adapters.rest.payment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * With what a purchase is to be paid.
 *
 * @param token the payment provider's name for the buyer's instrument; never a card number
 */
@Schema(name = "PaymentRequest", examples = "{\"token\":\"tok_ok\"}")
record PaymentBody(
        @NotBlank @Size(max = 200) String token,
        @Nullable @Size(max = 200) String reason) {
    private static final int SHORTEST_CARD = 12;
    private static final int LONGEST_CARD = 19;
    private static final int BASE = 10;

    /** Whether the token looks like a card number: 12 to 19 digits that pass the Luhn test (ISO/IEC 7812-1). */
    boolean looksLikeCardNumber() {
        String digits = token.replace(" ", "").replace("-", "");
        if (digits.length() < SHORTEST_CARD || digits.length() > LONGEST_CARD || !digits.matches("[0-9]+")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - i), BASE);
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed >= BASE ? weighed - BASE + 1 : weighed;
        }
        return sum % BASE == 0;
    }

    @Override
    public String toString() {
        return "PaymentBody[…]";
    }
}
