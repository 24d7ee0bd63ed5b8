package io.ordercore.adapters.logistics;

import static io.ordercore.adapters.logistics.Payloads.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.Claims.Claim;
import io.ordercore.application.logistics.Claims.ClaimRequest;
import io.ordercore.application.logistics.Claims.ClaimStatus;
import io.ordercore.application.logistics.Claims.ClaimType;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Claims against EasyPost's insurance, in US dollars. The service keeps no keys of ours and shows none, but a parcel has one claim of a
 * type: it is looked for among the newest before one is filed, so that a claim whose answer was lost is not filed twice.
 */
final class EasyPostClaims {
    private static final String PATH = "/v2/claims";
    private static final String NEWEST = PATH + "?page_size=100";
    private static final int NOT_FOUND = 404;

    private final EasyPost.Account account;
    private final CarrierHttp http;
    private final Function<String, HttpRequest.Builder> call;
    private final KnownWrites<ClaimRequest, Claim> known = new KnownWrites<>();

    /** @param call begins a call to a path, credentials and all */
    EasyPostClaims(EasyPost.Account account, CarrierHttp http, Function<String, HttpRequest.Builder> call) {
        this.account = account;
        this.http = http;
        this.call = call;
    }

    CarrierResult<Claim> open(CarrierContext context, ClaimRequest request, IdempotencyKey key) {
        if (!request.amount().getCurrencyUnit().equals(CurrencyUnit.USD)) {
            return CarrierResult.rejected(CarrierErrorCode.INVALID_INPUT, "", "claims are in US dollars");
        }
        return known.once(
                key,
                request,
                () -> filed(context, request)
                        .then(there -> there.map(claim -> CarrierResult.ok(claim, ""))
                                .orElseGet(() -> http.write(
                                        context, key, post(PATH, body(request, key)), EasyPostClaims::read))));
    }

    /** The claim there is for this; nothing if there is none among the newest. */
    private CarrierResult<Optional<Claim>> filed(CarrierContext context, ClaimRequest request) {
        return http.read(context, call.apply(NEWEST).GET(), answer -> {
            JsonNode body = Payloads.json(answer.body());
            if (body.has("error")) {
                return EasyPost.refused(body.path("error"));
            }
            if (!body.path("claims").isArray()) {
                throw new UnreadableAnswerException("no list of claims");
            }
            for (JsonNode each : body.path("claims")) {
                if (text(each, "tracking_code").equals(request.parcel().value())
                        && text(each, "type").equals(type(request.type()))
                        && status(text(each, "status")) != ClaimStatus.CANCELLED) {
                    return CarrierResult.ok(Optional.of(claim(each)), answer.body());
                }
            }
            return CarrierResult.ok(Optional.empty(), answer.body());
        });
    }

    private Map<String, Object> body(ClaimRequest request, IdempotencyKey key) {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("type", type(request.type()));
        claim.put("amount", request.amount().getAmount().toPlainString());
        claim.put("tracking_code", request.parcel().value());
        claim.put("description", request.description());
        claim.put("contact_email", account.contactEmail());
        claim.put("email_evidence_attachments", request.evidence());
        claim.put("reference", key.value());
        return claim;
    }

    CarrierResult<Claim> find(CarrierContext context, String ref) {
        return http.read(context, call.apply(PATH + "/" + Payloads.encode(ref)).GET(), EasyPostClaims::read);
    }

    CarrierResult<Claim> cancel(CarrierContext context, String ref, IdempotencyKey key) {
        return http.write(
                context, key, post(PATH + "/" + Payloads.encode(ref) + "/cancel", Map.of()), EasyPostClaims::read);
    }

    private HttpRequest.Builder post(String path, Map<String, ?> body) {
        return call.apply(path).POST(HttpRequest.BodyPublishers.ofString(Payloads.write(body)));
    }

    private static CarrierResult<Claim> read(CarrierHttp.Answer answer) throws UnreadableAnswerException {
        if (answer.status() == NOT_FOUND) {
            return CarrierResult.rejected(CarrierErrorCode.NOT_FOUND, "404", "never filed");
        }
        JsonNode body = Payloads.json(answer.body());
        return body.has("error") ? EasyPost.refused(body.path("error")) : CarrierResult.ok(claim(body), answer.body());
    }

    private static Claim claim(JsonNode body) throws UnreadableAnswerException {
        if (text(body, "tracking_code").isEmpty()) {
            throw new UnreadableAnswerException("a claim without a parcel");
        }
        List<Claim.Step> history = new ArrayList<>();
        for (JsonNode step : body.path("history")) {
            history.add(new Claim.Step(
                    status(text(step, "status")),
                    text(step, "status_detail"),
                    CarrierTimes.iso(text(step, "timestamp")).instant()));
        }
        Collections.reverse(history);
        String approved = text(body, "approved_amount");
        return new Claim(
                text(body, "id"),
                new TrackingNumber(text(body, "tracking_code")),
                claimType(text(body, "type")),
                status(text(body, "status")),
                Money.parse("USD " + text(body, "requested_amount")),
                approved.isEmpty() ? null : Money.parse("USD " + approved),
                history);
    }

    private static String type(ClaimType type) {
        return switch (type) {
            case LOST -> "loss";
            case DAMAGED -> "damage";
            case DELAY -> "delay";
        };
    }

    private static ClaimType claimType(String type) {
        return switch (type) {
            case "damage" -> ClaimType.DAMAGED;
            case "delay" -> ClaimType.DELAY;
            default -> ClaimType.LOST;
        };
    }

    private static ClaimStatus status(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "submitted" -> ClaimStatus.SUBMITTED;
            case "approved", "approved_partial" -> ClaimStatus.APPROVED;
            case "paid" -> ClaimStatus.PAID;
            case "rejected", "denied" -> ClaimStatus.REJECTED;
            case "cancelled" -> ClaimStatus.CANCELLED;
            default -> ClaimStatus.UNDER_REVIEW;
        };
    }
}
