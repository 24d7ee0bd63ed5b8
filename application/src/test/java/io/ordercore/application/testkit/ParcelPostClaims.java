package io.ordercore.application.testkit;

import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.Claims.Claim;
import io.ordercore.application.logistics.Claims.ClaimRequest;
import io.ordercore.application.logistics.Claims.ClaimStatus;
import io.ordercore.application.logistics.Claims.ClaimType;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.testkit.ParcelPost.Flaw;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.Money;

/** The claims of {@link ParcelPost}: {@code reference;parcel;TYPE;amount;word;approved} in one line. */
final class ParcelPostClaims {
    /** One call; a POST if there is a body. */
    interface Call {
        HttpResponse<String> answer(CarrierContext context, String path, String body) throws IOException;
    }

    private static final int NOT_FOUND = 404;

    private final Flaw flaw;
    private final Call call;
    private final Map<IdempotencyKey, ClaimRequest> asked = new ConcurrentHashMap<>();
    private final Map<IdempotencyKey, Claim> filed = new ConcurrentHashMap<>();
    private final AtomicInteger repeated = new AtomicInteger();

    ParcelPostClaims(Flaw flaw, Call call) {
        this.flaw = flaw;
        this.call = call;
    }

    CarrierResult<Claim> open(CarrierContext context, ClaimRequest request, IdempotencyKey key) {
        ClaimRequest earlier = asked.putIfAbsent(key, request);
        if (earlier != null && !earlier.equals(request) && flaw != Flaw.TAKES_ANOTHER_CLAIM_FOR_THE_SAME) {
            return CarrierResult.rejected(CarrierErrorCode.DUPLICATE, "", "another claim under this key");
        }
        Claim known = filed.get(key);
        if (known != null && flaw != Flaw.FILES_TWICE) {
            return CarrierResult.ok(known, "");
        }
        if (known == null && earlier != null && flaw != Flaw.FILES_AGAIN_AFTER_A_LOST_ANSWER) {
            return find(context, "by-key/" + key.value());
        }
        return file(context, request, key);
    }

    private CarrierResult<Claim> file(CarrierContext context, ClaimRequest request, IdempotencyKey key) {
        List<String> evidence = flaw == Flaw.KEEPS_THE_EVIDENCE ? List.of() : request.evidence();
        String body = String.join(
                ";",
                key.value(),
                request.parcel().value(),
                request.type().name(),
                request.amount().toString(),
                String.join(" ", evidence));
        try {
            Claim claim = claim(call.answer(context, "/claims", body).body());
            filed.put(key, claim);
            return CarrierResult.ok(claim, "");
        } catch (IOException e) {
            return new CarrierResult.OutcomeUnknown<>(key);
        }
    }

    CarrierResult<Claim> find(CarrierContext context, String ref) {
        try {
            HttpResponse<String> answer = call.answer(context, "/claims/" + ref, "");
            return answer.statusCode() == NOT_FOUND
                    ? CarrierResult.rejected(CarrierErrorCode.NOT_FOUND, "404", "never filed")
                    : CarrierResult.ok(claim(answer.body()), answer.body());
        } catch (IOException e) {
            return CarrierResult.retryable(CarrierErrorCode.TIMEOUT, Duration.ofSeconds(5));
        }
    }

    private Claim claim(String line) {
        String[] parts = line.strip().split(";", -1);
        return new Claim(
                parts[0] + (flaw == Flaw.FILES_TWICE ? "-" + repeated.incrementAndGet() : ""),
                new TrackingNumber(parts[1]),
                ClaimType.valueOf(parts[2]),
                status(parts[4]),
                Money.parse(parts[3]),
                parts[5].isEmpty() ? null : Money.parse(parts[5]),
                List.of());
    }

    private ClaimStatus status(String word) {
        return switch (word) {
            case "taken" -> ClaimStatus.SUBMITTED;
            case "no" -> ClaimStatus.REJECTED;
            case "yes" -> ClaimStatus.APPROVED;
            default -> flaw == Flaw.TAKES_EVERY_WORD_FOR_A_YES ? ClaimStatus.APPROVED : ClaimStatus.UNDER_REVIEW;
        };
    }
}
