package io.ordercore.adapters.logistics;

import static io.ordercore.adapters.logistics.Payloads.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierProfile;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.CarrierSignal;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.InterceptAction;
import io.ordercore.application.logistics.Intercepts;
import io.ordercore.application.logistics.ReceivesPushes;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.application.logistics.Tracks;
import io.ordercore.domain.logistics.tracking.ArrivalWindow;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.EventTime;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.Recipient;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Kuaidi100 (快递100), an aggregator of China's carriers: query, subscription with signed pushes, and interception whose
 * outcome comes later. The carrier that moves the parcel is named in each call. Every push is the whole list, newest
 * first, so it is merged. Source: the provider's public Java demo.
 */
public final class Kuaidi100 implements CarrierGateway, Tracks, ReceivesPushes, Intercepts {
    private static final CarrierCode CODE = new CarrierCode("kuaidi100");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String ACKNOWLEDGEMENT = "{\"result\":true,\"returnCode\":\"200\",\"message\":\"成功\"}";
    private static final CodeTable CODES = CodeTable.of("kuaidi100");

    /** Our names for carriers to the aggregator's. */
    private static final Map<String, String> COMPANIES = Map.of(
            "sf-express", "shunfeng",
            "zto", "zhongtong",
            "yto", "yuantong",
            "sto", "shentong",
            "yunda", "yunda",
            "jd", "jd",
            "ems", "ems",
            "jt-express", "jtexpress",
            "deppon", "debangwuliu");

    private static final Map<InterceptAction, String> INTERCEPT_TYPES = Map.of(
            InterceptAction.RETURN_TO_DEPOT, "RETURN_SEND_STATION",
            InterceptAction.RETURN_TO_SENDER, "RETURN_SEND_ADDR",
            InterceptAction.REDIRECT, "MODIFY_ADDR");

    private static final CarrierProfile PROFILE = new CarrierProfile(
            CODE,
            "快递100",
            Set.of(
                    Capability.TRACK_PULL,
                    Capability.TRACK_PUSH,
                    Capability.PUSH_SIGNED,
                    Capability.ETA,
                    Capability.INTERCEPT,
                    Capability.NEEDS_PHONE_SUFFIX),
            1,
            INTERCEPT_TYPES.keySet(),
            CHINA,
            CarrierProfile.CallBudget.UNPUBLISHED,
            List.of("sf-15", "yto", "jd", "s10"));

    /**
     * How this installation is known there.
     *
     * @param secret signs label and interception calls
     * @param salt signs pushes
     * @param leastPause the provider locks a number asked about more often; 30 minutes in production
     */
    public record Account(
            URI poll,
            URI api,
            String customer,
            String key,
            String secret,
            String salt,
            String callbackUrl,
            Duration leastPause) {
        public static Account inProduction(
                String customer, String key, String secret, String salt, String callbackUrl) {
            return new Account(
                    URI.create("https://poll.kuaidi100.com"),
                    URI.create("https://api.kuaidi100.com"),
                    customer,
                    key,
                    secret,
                    salt,
                    callbackUrl,
                    Duration.ofMinutes(30));
        }
    }

    private final Account account;
    private final Clock clock;
    private final CarrierHttp http;
    private final Map<TrackingNumber, Instant> lastAsked = new ConcurrentHashMap<>();

    public Kuaidi100(Account account, CallBudgets budgets, Clock clock) {
        this.account = account;
        this.clock = clock;
        this.http = new CarrierHttp(PROFILE, budgets, clock);
    }

    @Override
    public CarrierProfile describe() {
        return PROFILE;
    }

    @Override
    public Meaning meaningOf(CarrierSignal signal) {
        return CODES.meaningOf(signal);
    }

    @Override
    public Map<TrackingNumber, CarrierResult<TrackingSnapshot>> track(CarrierContext context, List<TrackingRef> refs) {
        Map<TrackingNumber, CarrierResult<TrackingSnapshot>> results = new LinkedHashMap<>();
        refs.forEach(ref -> results.put(ref.number(), track(context, ref)));
        return results;
    }

    private CarrierResult<TrackingSnapshot> track(CarrierContext context, TrackingRef ref) {
        String company = company(ref);
        if (company.isEmpty()) {
            return CarrierResult.rejected(
                    CarrierErrorCode.INVALID_INPUT, "", "an aggregator must be told which carrier moves the parcel");
        }
        Instant now = clock.instant();
        Instant before = lastAsked.getOrDefault(ref.number(), Instant.MIN);
        if (now.isBefore(before.equals(Instant.MIN) ? before : before.plus(account.leastPause()))) {
            return CarrierResult.retryable(
                    CarrierErrorCode.RATE_LIMITED, Duration.between(now, before.plus(account.leastPause())));
        }
        if (!account.leastPause().isZero()) {
            lastAsked.values().removeIf(at -> at.plus(account.leastPause()).isBefore(now));
            lastAsked.put(ref.number(), now);
        }
        String param = Payloads.write(Map.of(
                "com",
                company,
                "num",
                ref.number().value(),
                "phone",
                ref.phoneSuffix() == null ? "" : ref.phoneSuffix(),
                "resultv2",
                "8",
                "show",
                "0",
                "order",
                "desc"));
        Map<String, String> form = Map.of(
                "customer", account.customer(),
                "sign", Digests.md5Hex(param + account.key() + account.customer()),
                "param", param);
        return http.read(context, post(account.poll().resolve("/poll/query.do"), form), answer -> {
            JsonNode body = Payloads.json(answer.body());
            if (!text(body, "returnCode").isEmpty() && !text(body, "returnCode").equals("200")) {
                return refused(text(body, "returnCode"), text(body, "message"));
            }
            Readings found = read(ref.number(), body);
            return found.isEmpty() ? Readings.notYet() : found.result(answer.body());
        });
    }

    private String company(TrackingRef ref) {
        return ref.movedBy() == null
                ? ""
                : COMPANIES.getOrDefault(ref.movedBy().value(), ref.movedBy().value());
    }

    /** The provider's return codes; {@code result} beside them is a boolean or the text of one. */
    private static <T> CarrierResult<T> refused(String code, String message) {
        return switch (code) {
            case "500" -> Readings.notYet();
            case "501", "502" -> CarrierResult.retryable(CarrierErrorCode.UPSTREAM_DOWN, Duration.ofMinutes(1));
            case "503" -> CarrierResult.rejected(CarrierErrorCode.AUTH, code, message);
            case "600" -> CarrierResult.rejected(CarrierErrorCode.NOT_PERMITTED, code, message);
            case "601" -> CarrierResult.rejected(CarrierErrorCode.QUOTA_EXHAUSTED, code, message);
            case "408" -> CarrierResult.rejected(CarrierErrorCode.NOT_PERMITTED, code, message);
            default -> CarrierResult.rejected(CarrierErrorCode.INVALID_INPUT, code, message);
        };
    }

    /** One list of events, as queried or inside a push. */
    private Readings read(TrackingNumber number, JsonNode body) {
        Readings found = new Readings(CODE, number, clock.instant());
        for (JsonNode element : body.path("data")) {
            String time = text(element, "time");
            String formatted = text(element, "ftime");
            String words = text(element, "context");
            if (time.isEmpty() && formatted.isEmpty()) {
                found.quarantine(element, "no time");
            } else if (!time.isEmpty() && !formatted.isEmpty() && !time.equals(formatted)) {
                found.quarantine(element, "time and ftime differ");
            } else if (words.isEmpty()) {
                found.quarantine(element, "no text");
            } else {
                String code = text(element, "statusCode").isEmpty() ? "text" : text(element, "statusCode");
                EventTime at = CarrierTimes.inCarriersZone(time.isEmpty() ? formatted : time, CHINA);
                found.event(code, words, at, CODES.meaningOf(code, words), text(element, "areaName"));
            }
        }
        String arrival = text(body, "arrivalTime");
        if (arrival.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d")) {
            found.window(ArrivalWindow.Kind.ESTIMATE, null, CarrierTimes.inCarriersZone(arrival + ":00:00", CHINA), "");
        }
        return found;
    }

    @Override
    public CarrierResult<VerifiedPush> parsePush(CarrierPush push) {
        Map<String, String> form = Payloads.readForm(push.body());
        String param = form.getOrDefault("param", "");
        if (!Digests.equal(form.get("sign"), Digests.md5Hex(param + account.salt()))) {
            return CarrierResult.rejected(CarrierErrorCode.BAD_SIGNATURE, "", "sign is not MD5(param + salt)");
        }
        try {
            JsonNode body = Payloads.json(param);
            return CarrierResult.ok(
                    new VerifiedPush(snapshots(body), tickets(body), ACKNOWLEDGEMENT, "application/json"), param);
        } catch (UnreadableAnswerException | IllegalArgumentException e) {
            return CarrierResult.rejected(CarrierErrorCode.BAD_PAYLOAD, "", "" + e.getMessage());
        }
    }

    /** An aborted subscription may come without any number: there is nothing to read then. */
    private List<TrackingSnapshot> snapshots(JsonNode body) {
        JsonNode last = body.path("lastResult");
        return text(last, "nu").isEmpty()
                ? List.of()
                : List.of(read(new TrackingNumber(text(last, "nu")), last).snapshot());
    }

    private static List<InterceptTicket> tickets(JsonNode body) {
        String number = text(body, "data", "kuaidinum");
        String status = text(body, "data", "status");
        if (number.isEmpty() || text(body, "data", "taskId").isEmpty()) {
            return List.of();
        }
        return List.of(new InterceptTicket(
                text(body, "data", "taskId"),
                new TrackingNumber(number),
                status.equals("99") ? InterceptTicket.Status.REFUSED : InterceptTicket.Status.ACCEPTED,
                text(body, "message"),
                null));
    }

    @Override
    public CarrierResult<Boolean> subscribe(
            CarrierContext context, TrackingRef parcel, String callbackUrl, IdempotencyKey key) {
        String param = Payloads.write(Map.of(
                "company", company(parcel),
                "number", parcel.number().value(),
                "key", account.key(),
                "parameters",
                        Map.of(
                                "callbackurl",
                                callbackUrl,
                                "salt",
                                account.salt(),
                                "resultv2",
                                "4",
                                "phone",
                                parcel.phoneSuffix() == null ? "" : parcel.phoneSuffix())));
        return http.write(
                context,
                key,
                post(account.poll().resolve("/poll"), Map.of("schema", "json", "param", param)),
                answer -> {
                    JsonNode body = Payloads.json(answer.body());
                    String code = text(body, "returnCode");
                    // 501: already subscribed
                    return code.equals("200") || code.equals("501")
                            ? CarrierResult.ok(true, answer.body())
                            : refused(code, text(body, "message"));
                });
    }

    /** The provider names no options per parcel: what it offers at all is what may be asked for. */
    @Override
    public CarrierResult<List<InterceptOption>> interceptOptions(CarrierContext context, TrackingNumber parcel) {
        return CarrierResult.ok(
                PROFILE.interceptActions().stream()
                        .map(action -> new InterceptOption(action, null, null))
                        .toList(),
                "");
    }

    @Override
    public CarrierResult<InterceptTicket> intercept(
            CarrierContext context, InterceptRequest request, IdempotencyKey key) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("kuaidinum", request.parcel().value());
        asked.put("interceptType", INTERCEPT_TYPES.get(request.action()));
        asked.put("reason", request.reason());
        asked.put("orderRole", "1");
        asked.put("interceptPayType", payer(request.payer()));
        asked.put("thirdOrderId", key.value());
        asked.put("salt", account.salt());
        asked.put("callBackUrl", account.callbackUrl());
        if (request.newRecipient() != null) {
            asked.put("recManInfo", person(request.newRecipient()));
        }
        String param = Payloads.write(asked);
        String time = String.valueOf(clock.millis());
        Map<String, String> form = Map.of(
                "method",
                "interceptOrder",
                "key",
                account.key(),
                "t",
                time,
                "sign",
                Digests.md5Hex(param + time + account.key() + account.secret()),
                "param",
                param);
        return http.write(context, key, post(account.api().resolve("/label/order"), form), answer -> {
            JsonNode body = Payloads.json(answer.body());
            if (!text(body, "returnCode").equals("200")) {
                return refused(text(body, "returnCode"), text(body, "message"));
            }
            return CarrierResult.ok(
                    new InterceptTicket(
                            text(body, "data", "taskId"), request.parcel(), InterceptTicket.Status.REQUESTED, "", null),
                    answer.body());
        });
    }

    /** The outcome comes by push only. */
    @Override
    public CarrierResult<InterceptTicket> findIntercept(
            CarrierContext context, TrackingNumber parcel, IdempotencyKey key) {
        return CarrierResult.retryable(CarrierErrorCode.NOT_FOUND_YET, Readings.NOT_YET);
    }

    private static String payer(Payer payer) {
        return switch (payer) {
            case SHIPPER -> "SHIPPER";
            case CONSIGNEE -> "CONSIGNEE";
            case MONTHLY_ACCOUNT -> "MONTHLY";
        };
    }

    private static Map<String, String> person(Recipient recipient) {
        Address address = recipient.address();
        return Map.of(
                "name", recipient.name(),
                "mobile", recipient.phone().value(),
                "printAddr", address.region() + address.city() + address.district() + address.street());
    }

    private static HttpRequest.Builder post(URI uri, Map<String, String> form) {
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(Payloads.form(form)));
    }
}
