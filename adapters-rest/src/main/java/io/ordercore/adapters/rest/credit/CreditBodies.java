package io.ordercore.adapters.rest.credit;

import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.credit.Owner;
import io.ordercore.domain.credit.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent about a merchant's credit. */
final class CreditBodies {
    private CreditBodies() {}

    /** What the merchant objects to, and its proof. */
    @Schema(
            name = "AppealRequest",
            examples = "{\"evidence\":\"order-0199...-1\",\"statement\":\"The label was the platform's; photo 4711.\"}")
    record AppealBody(
            @NotBlank @Size(max = 200) String evidence,
            @NotBlank @Size(max = 4_000) String statement) {}

    /**
     * A person's decision.
     *
     * @param owner whose the event is, if the appeal is accepted; not MERCHANT
     */
    @Schema(
            name = "AppealDecision",
            examples = "{\"accepted\":true,\"owner\":\"PLATFORM\",\"reason\":\"our label was wrong\"}")
    record DecisionBody(
            @NotNull Boolean accepted,
            @Nullable Owner owner,
            @NotBlank @Size(max = 200) String reason) {}

    /** How content a buyer is, in stars. */
    @Schema(name = "Rating", examples = "{\"stars\":2}")
    record RatingBody(@NotNull @Min(1) @Max(5) Integer stars) {}

    /** What an agent established. */
    @Schema(name = "Finding", examples = "{\"problem\":\"WRONG_ITEM\"}")
    record FindingBody(@NotNull Problem problem) {}

    /**
     * Money a merchant paid into its deposit.
     *
     * @param reference by which the platform's bank knows the transfer; each is booked once
     */
    @Schema(
            name = "DepositTopUp",
            examples =
                    "{\"amount\":{\"amount\":\"500.00\",\"currency\":\"CNY\"},\"reference\":\"bank-2026-11-03-4711\"}")
    record TopUpBody(
            @NotNull @Valid MoneyBody amount,
            @NotBlank @Size(max = 200) String reference) {}

    /**
     * Money the platform paid in a merchant's place.
     *
     * @param reference the case it was paid for; each is booked once
     * @param reason told to the merchant
     */
    @Schema(
            name = "DepositForfeit",
            examples =
                    "{\"amount\":{\"amount\":\"120.00\",\"currency\":\"CNY\"},\"reference\":\"case-118\",\"reason\":\"refunds of undelivered orders\"}")
    record ForfeitBody(
            @NotNull @Valid MoneyBody amount,
            @NotBlank @Size(max = 200) String reference,
            @NotBlank @Size(max = 200) String reason) {}

    /** What a person or another system established about a merchant. */
    @Schema(
            name = "CreditEvidenceRequest",
            examples = "{\"id\":\"rule-7-2026-118\",\"kind\":\"POLICY_POINTS\",\"day\":\"2026-11-03\",\"points\":3}")
    record EvidenceBody(
            @NotBlank @Size(max = 200) String id,
            @NotNull Kind kind,
            @NotNull LocalDate day,
            @Nullable @Min(1) @Max(15) Integer points,
            @Nullable Boolean inOrder) {
        /** Points need {@code points}; response and tracking say by {@code inOrder} whether they were as they should be. */
        enum Kind {
            POLICY_POINTS,
            INTEGRITY_BREACH,
            RESPONSE,
            TRACKING
        }

        /** Null where something is missing that the kind needs. */
        @Nullable
        Evidence evidence() {
            return switch (kind) {
                case POLICY_POINTS -> points == null ? null : new Evidence.PolicyPoints(id, day, points);
                case INTEGRITY_BREACH -> new Evidence.IntegrityBreach(id, day);
                case RESPONSE -> inOrder == null ? null : new Evidence.Answered(id, day, inOrder);
                case TRACKING -> inOrder == null ? null : new Evidence.TrackingChecked(id, day, inOrder);
            };
        }
    }
}
