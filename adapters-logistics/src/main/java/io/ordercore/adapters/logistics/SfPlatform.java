package io.ordercore.adapters.logistics;

import static io.ordercore.adapters.logistics.Payloads.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.IdempotencyKey;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * SF's gateway (丰桥): every service is one signed form to one address, and every answer has two layers. The outer code
 * says only whether the gateway worked; the result is JSON inside a JSON string.
 */
final class SfPlatform {
    private static final String GATEWAY_WORKED = "A1000";

    private final SfAccount account;
    private final CarrierHttp http;
    private final Clock clock;
    private final Supplier<String> requestIds;

    SfPlatform(SfAccount account, CarrierHttp http, Clock clock, Supplier<String> requestIds) {
        this.account = account;
        this.http = http;
        this.clock = clock;
        this.requestIds = requestIds;
    }

    /** The inner layer. */
    record Business(String code, String message, JsonNode data, String raw) {
        boolean isOk() {
            return code.equals("S0000");
        }

        <T> CarrierResult<T> refused() {
            return switch (code) {
                case "8016" -> CarrierResult.rejected(CarrierErrorCode.DUPLICATE, code, message);
                case "8037" -> CarrierResult.rejected(CarrierErrorCode.ALREADY_CANCELLED, code, message);
                case "8252" -> CarrierResult.rejected(CarrierErrorCode.TOO_LATE, code, message);
                case "6150", "8018" -> CarrierResult.rejected(CarrierErrorCode.NOT_FOUND, code, message);
                case "8024" -> CarrierResult.retryable(CarrierErrorCode.NOT_FOUND_YET, Readings.NOT_YET);
                case "8177" -> CarrierResult.retryable(CarrierErrorCode.CAPACITY, Duration.ofHours(1));
                case "20035", "20036", "20012" ->
                    CarrierResult.rejected(CarrierErrorCode.NOT_SERVICEABLE, code, message);
                case "20028" -> CarrierResult.rejected(CarrierErrorCode.NOT_PERMITTED, code, message);
                default -> CarrierResult.rejected(CarrierErrorCode.INVALID_INPUT, code, message);
            };
        }
    }

    /** What a service makes of the inner layer. */
    interface Reading<T> {
        CarrierResult<T> of(Business business) throws UnreadableAnswerException;
    }

    <T> CarrierResult<T> read(CarrierContext context, String service, Object data, Reading<T> reading) {
        return http.read(context, request(service, data), answer -> outer(answer.body(), reading));
    }

    <T> CarrierResult<T> write(
            CarrierContext context, IdempotencyKey key, String service, Object data, Reading<T> reading) {
        return http.write(context, key, request(service, data), answer -> outer(answer.body(), reading));
    }

    private HttpRequest.Builder request(String service, Object data) {
        String msgData = Payloads.write(data);
        String timestamp = String.valueOf(clock.millis());
        Map<String, String> form = new LinkedHashMap<>();
        form.put("partnerID", account.partnerId());
        form.put("requestID", requestIds.get());
        form.put("serviceCode", service);
        form.put("timestamp", timestamp);
        form.put("msgDigest", digest(msgData, timestamp, account.checkword()));
        form.put("msgData", msgData);
        return HttpRequest.newBuilder(account.url().resolve("/std/service"))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(Payloads.form(form)));
    }

    /** Base64 of the MD5 of what {@code java.net.URLEncoder} makes of data, time and secret, in this order. */
    static String digest(String msgData, String timestamp, String checkword) {
        return Digests.md5Base64(Payloads.encode(msgData + timestamp + checkword));
    }

    private static <T> CarrierResult<T> outer(String body, Reading<T> reading) throws UnreadableAnswerException {
        JsonNode outer = Payloads.json(body);
        String code = text(outer, "apiResultCode");
        if (!code.equals(GATEWAY_WORKED)) {
            return gatewayRefused(code, text(outer, "apiErrorMsg"));
        }
        JsonNode data = outer.path("apiResultData");
        JsonNode inner = data.isTextual() ? Payloads.json(data.asText()) : data;
        // success may be the text "true"; what counts is the code beside it
        return reading.of(new Business(
                text(inner, "errorCode"), text(inner, "errorMsg"), inner.path("msgData"), inner.toString()));
    }

    private static <T> CarrierResult<T> gatewayRefused(String code, String message) throws UnreadableAnswerException {
        return switch (code) {
            case "" -> throw new UnreadableAnswerException("no apiResultCode");
            case "A1002", "A1006", "A1008", "A1011" -> CarrierResult.rejected(CarrierErrorCode.AUTH, code, message);
            case "A1003", "A1004", "A1010" -> CarrierResult.rejected(CarrierErrorCode.NOT_PERMITTED, code, message);
            case "A1005" -> CarrierResult.retryable(CarrierErrorCode.RATE_LIMITED, Duration.ofSeconds(1));
            case "A1007" -> CarrierResult.rejected(CarrierErrorCode.DUPLICATE, code, message);
            case "A1009", "A1099" -> CarrierResult.retryable(CarrierErrorCode.UPSTREAM_DOWN, Duration.ofSeconds(30));
            default -> CarrierResult.rejected(CarrierErrorCode.INVALID_INPUT, code, message);
        };
    }
}
