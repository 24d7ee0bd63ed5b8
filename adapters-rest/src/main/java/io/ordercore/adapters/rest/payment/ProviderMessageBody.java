package io.ordercore.adapters.rest.payment;

import io.ordercore.adapters.rest.Conversion;
import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.application.payment.HearOfDispute;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.payment.TransactionId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a payment provider tells.
 *
 * @param type payment.updated, dispute.opened, dispute.won or dispute.lost
 * @param purchase what was paid
 * @param capture our transaction that took the money; for disputes
 * @param reference the provider's name for the dispute
 * @param amount what is disputed
 */
@Schema(
        name = "ProviderMessage",
        examples = "{\"type\":\"payment.updated\",\"purchase\":\"01990000-0000-7000-8000-000000000001\"}")
record ProviderMessageBody(
        @NotNull @Pattern(regexp = "payment\\.updated|dispute\\.(opened|won|lost)")
        String type,

        @NotNull @Size(max = 36) String purchase,
        @Nullable @Size(max = 36) String capture,
        @Nullable @Size(max = 200) String reference,
        @Nullable @Valid MoneyBody amount) {

    PurchaseId purchaseId() {
        Conversion conversion = new Conversion();
        PurchaseId id = conversion.at("/purchase", "invalid-value", () -> PurchaseId.parse(purchase));
        conversion.finish();
        return Conversion.given(id);
    }

    /** Empty unless it is about one. */
    Optional<HearOfDispute.Dispute> dispute() {
        if (type.equals("payment.updated")) {
            return Optional.empty();
        }
        Conversion conversion = new Conversion();
        demand(conversion, "/capture", capture);
        demand(conversion, "/reference", reference);
        demand(conversion, "/amount", amount);
        TransactionId taken =
                capture == null ? null : conversion.at("/capture", "invalid-value", () -> TransactionId.parse(capture));
        Money disputed = amount == null ? null : amount.money(conversion, "/amount");
        conversion.finish();
        return Optional.of(new HearOfDispute.Dispute(
                purchaseId(),
                Conversion.given(taken),
                Conversion.given(reference),
                Conversion.given(disputed),
                stage()));
    }

    private static void demand(Conversion conversion, String pointer, @Nullable Object value) {
        if (value == null) {
            conversion.violated(pointer, "not-null");
        }
    }

    private HearOfDispute.Stage stage() {
        if (type.equals("dispute.won")) {
            return HearOfDispute.Stage.WON;
        }
        return type.equals("dispute.lost") ? HearOfDispute.Stage.LOST : HearOfDispute.Stage.OPENED;
    }
}
