package io.ordercore.adapters.logistics;

import static io.ordercore.adapters.logistics.Payloads.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.adapters.logistics.SfPlatform.Business;
import io.ordercore.application.logistics.Booking;
import io.ordercore.application.logistics.Books;
import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.Cancels;
import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierProfile;
import io.ordercore.application.logistics.CarrierProfile.CallBudget;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.CarrierSignal;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.InterceptAction;
import io.ordercore.application.logistics.Intercepts;
import io.ordercore.application.logistics.Quotes;
import io.ordercore.application.logistics.ReceivesPushes;
import io.ordercore.application.logistics.Reverses;
import io.ordercore.application.logistics.ShipmentOrder;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.application.logistics.Tracks;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.Recipient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * SF Express (顺丰, 丰桥 platform): booking, cancelling, routes by query and by push, interception, return. The booking's
 * {@code orderId} is our key, so the carrier itself refuses a second one (8016) and the first is looked up. Pushed events
 * are mostly repetitions and may come in any order. All times are China's, without saying so.
 */
public final class SfExpress
        implements CarrierGateway, Quotes, Books, Cancels, Tracks, ReceivesPushes, Intercepts, Reverses {
    private static final CarrierCode CODE = new CarrierCode("sf-express");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final CodeTable CODES = CodeTable.of("sf-express");
    private static final Map<InterceptAction, String> INTERCEPTS = Map.of(
            InterceptAction.REDIRECT, "1",
            InterceptAction.RETURN_TO_SENDER, "2",
            InterceptAction.REDELIVER, "4",
            InterceptAction.HOLD, "5",
            InterceptAction.CHANGE_TIME, "7",
            InterceptAction.CHANGE_RECIPIENT, "8",
            InterceptAction.VOID, "12");
    private static final CarrierProfile PROFILE = new CarrierProfile(
            CODE,
            "顺丰速运",
            Set.of(
                    Capability.SERVICEABILITY,
                    Capability.QUOTE,
                    Capability.BOOK,
                    Capability.IDEMPOTENT_BOOK,
                    Capability.CANCEL,
                    Capability.TRACK_PULL,
                    Capability.TRACK_BATCH,
                    Capability.TRACK_PUSH,
                    Capability.INTERCEPT,
                    Capability.REVERSE,
                    Capability.MULTI_PARCEL,
                    Capability.NEEDS_PHONE_SUFFIX),
            10,
            INTERCEPTS.keySet(),
            CHINA,
            new CallBudget(30, 3000),
            List.of("sf-15"));

    private final SfPlatform platform;
    private final SfQuotes quotes;
    private final String monthlyCard;
    private final Clock clock;
    private final KnownWrites<ShipmentOrder, Booking> known = new KnownWrites<>();

    /** {@code requestIds} gives a new UUID for each call. */
    public SfExpress(SfAccount account, CallBudgets budgets, Clock clock, Supplier<String> requestIds) {
        this.platform = new SfPlatform(account, new CarrierHttp(PROFILE, budgets, clock), clock, requestIds);
        this.monthlyCard = account.monthlyCard();
        this.quotes = new SfQuotes(platform, monthlyCard, clock);
        this.clock = clock;
    }

    @Override
    public CarrierProfile describe() {
        return PROFILE;
    }

    @Override
    public Meaning meaningOf(CarrierSignal signal) {
        return CODES.meaningOf(signal);
    }

    /** Most exact first: with the reason, with the second-level status, the operation, then the first level. */
    private static Meaning meaningOf(String op, String first, String second, String reason, String words) {
        for (String code : List.of(op + "+" + reason, op + "/" + second, op, "second/" + second, "first/" + first)) {
            Meaning found = CODES.find(code, words);
            if (found != null) {
                return found;
            }
        }
        return Meaning.UNMAPPED;
    }

    @Override
    public CarrierResult<List<Quote>> quote(CarrierContext context, ShipmentOrder shipment) {
        return quotes.quote(context, shipment);
    }

    @Override
    public CarrierResult<Serviceability> checkServiceability(CarrierContext context, ShipmentOrder shipment) {
        return quotes.checkServiceability(context, shipment);
    }

    @Override
    public CarrierResult<Booking> book(CarrierContext context, ShipmentOrder shipment, IdempotencyKey key) {
        return known.once(
                key,
                shipment,
                () -> platform.write(
                        context,
                        key,
                        "EXP_RECE_CREATE_ORDER",
                        order(shipment, key),
                        business -> switch (business.code()) {
                            case "S0000" -> CarrierResult.ok(booking(business), business.raw());
                            case "8016" -> findBooking(context, key);
                            default -> business.refused();
                        }));
    }

    @Override
    public CarrierResult<Booking> findBooking(CarrierContext context, IdempotencyKey key) {
        return platform.read(
                context,
                "EXP_RECE_SEARCH_ORDER_RESP",
                Map.of("searchType", "1", "orderId", key.value(), "language", "zh-CN"),
                business -> business.isOk()
                        ? CarrierResult.ok(known.remember(key, booking(business)), business.raw())
                        : business.refused());
    }

    private static Booking booking(Business business) throws UnreadableAnswerException {
        List<TrackingNumber> numbers = new ArrayList<>();
        for (JsonNode waybill : business.data().path("waybillNoInfoList")) {
            if (!text(waybill, "waybillNo").isEmpty()) {
                // type 1 is the leading number, 2 the further parcels
                numbers.add(
                        text(waybill, "waybillType").equals("1") ? 0 : numbers.size(),
                        new TrackingNumber(text(waybill, "waybillNo")));
            }
        }
        if (numbers.isEmpty()) {
            throw new UnreadableAnswerException("a booking without a waybill");
        }
        return new Booking(text(business.data(), "orderId"), numbers, null, null);
    }

    private Map<String, Object> order(ShipmentOrder shipment, IdempotencyKey key) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("language", "zh-CN");
        order.put("orderId", key.value());
        order.put("monthlyCard", monthlyCard);
        order.put("payMethod", 1);
        order.put("expressTypeId", shipment.service().isEmpty() ? 1 : Integer.parseInt(shipment.service()));
        order.put("parcelQty", shipment.parcels().size());
        order.put("totalWeight", kilograms(shipment));
        order.put("contactInfoList", List.of(contact(1, shipment.from()), contact(2, shipment.to())));
        order.put(
                "cargoDetails",
                shipment.parcels().stream()
                        .map(parcel -> Map.of(
                                "name", parcel.contents(),
                                "count", 1,
                                "weight", parcel.weightGrams() / 1000.0,
                                "amount", parcel.declaredValue().getAmount(),
                                "currency",
                                        parcel.declaredValue().getCurrencyUnit().getCode()))
                        .toList());
        return order;
    }

    static double kilograms(ShipmentOrder shipment) {
        return shipment.parcels().stream()
                        .mapToInt(ShipmentOrder.ParcelToSend::weightGrams)
                        .sum()
                / 1000.0;
    }

    private static Map<String, Object> contact(int type, Recipient person) {
        Map<String, Object> contact = new LinkedHashMap<>(address(person));
        contact.put("contactType", type);
        contact.put("mobile", person.phone().value());
        contact.put("country", person.address().country());
        contact.put("postCode", person.address().postalCode());
        return contact;
    }

    private static Map<String, Object> address(Recipient person) {
        Address address = person.address();
        return Map.of(
                "contact", person.name(),
                "phone", person.phone().value(),
                "province", address.region(),
                "city", address.city(),
                "county", address.district(),
                "address", address.street());
    }

    @Override
    public CarrierResult<CancelOutcome> cancel(
            CarrierContext context, String carrierRef, String reason, IdempotencyKey key) {
        return platform.write(
                context,
                key,
                "EXP_RECE_UPDATE_ORDER",
                Map.of("orderId", carrierRef, "dealType", 2),
                business -> switch (business.code()) {
                    case "S0000", "8037" -> CarrierResult.ok(CancelOutcome.CANCELLED, business.raw());
                    case "8252" -> CarrierResult.ok(CancelOutcome.TOO_LATE, business.raw());
                    default -> business.refused();
                });
    }

    /** All in one question first, by the monthly card; what shows nothing then is asked for alone, by its telephone's digits. */
    @Override
    public Map<TrackingNumber, CarrierResult<TrackingSnapshot>> track(CarrierContext context, List<TrackingRef> refs) {
        if (refs.size() == 1) {
            return routes(context, refs, refs.get(0).phoneSuffix());
        }
        Map<TrackingNumber, CarrierResult<TrackingSnapshot>> results = new LinkedHashMap<>(routes(context, refs, null));
        for (TrackingRef ref : refs) {
            if (ref.phoneSuffix() != null && showsNothing(results.get(ref.number()))) {
                results.putAll(routes(context, List.of(ref), ref.phoneSuffix()));
            }
        }
        return results;
    }

    /** For lack of routes or of permission: the carrier does not always say which. */
    private static boolean showsNothing(@Nullable CarrierResult<TrackingSnapshot> result) {
        return result != null
                && (result.equals(Readings.notYet())
                        || (result instanceof CarrierResult.Rejected<TrackingSnapshot> no
                                && no.code() == CarrierErrorCode.NOT_PERMITTED));
    }

    private Map<TrackingNumber, CarrierResult<TrackingSnapshot>> routes(
            CarrierContext context, List<TrackingRef> refs, @Nullable String phoneSuffix) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("language", "zh-CN");
        asked.put("trackingType", "1");
        asked.put("methodType", "1");
        asked.put(
                "trackingNumber", refs.stream().map(ref -> ref.number().value()).toList());
        if (phoneSuffix != null) {
            asked.put("checkPhoneNo", phoneSuffix);
        }
        return Readings.each(
                refs,
                platform.read(
                        context,
                        "EXP_RECE_SEARCH_ROUTES",
                        asked,
                        business -> business.isOk()
                                ? CarrierResult.ok(routes(business.data()), business.raw())
                                : business.refused()));
    }

    private Map<TrackingNumber, CarrierResult<TrackingSnapshot>> routes(JsonNode data) {
        Map<TrackingNumber, CarrierResult<TrackingSnapshot>> found = new LinkedHashMap<>();
        for (JsonNode parcel : data.path("routeResps")) {
            if (!text(parcel, "mailNo").isEmpty()) {
                TrackingNumber number = new TrackingNumber(text(parcel, "mailNo"));
                found.put(number, routes(number, parcel));
            }
        }
        return found;
    }

    /** No route may mean "not yet" or "not yours to see"; when the carrier says which, so do we. */
    private CarrierResult<TrackingSnapshot> routes(TrackingNumber number, JsonNode parcel) {
        if (parcel.path("routes").isEmpty()) {
            String reason = text(parcel, "reasonCode");
            return reason.isEmpty()
                    ? Readings.notYet()
                    : CarrierResult.rejected(CarrierErrorCode.NOT_PERMITTED, reason, text(parcel, "reasonRemark"));
        }
        Readings found = new Readings(CODE, number, clock.instant());
        parcel.path("routes").forEach(route -> read(route, found));
        return found.result(parcel.toString());
    }

    /** A route as queried or pushed; the field is {@code opCode} in one and {@code opcode} in the other. */
    private static void read(JsonNode route, Readings found) {
        String op = either(route, "opCode", "opcode");
        String time = either(route, "acceptTime", "accept_time");
        String words = text(route, "remark");
        if (time.isEmpty() || op.isEmpty()) {
            found.quarantine(route, time.isEmpty() ? "no time" : "no operation code");
            return;
        }
        String second = text(route, "secondaryStatusCode");
        Meaning meaning = meaningOf(op, text(route, "firstStatusCode"), second, text(route, "reasonCode"), words);
        String place = either(route, "acceptAddress", "accept_address");
        found.event(op, words, CarrierTimes.inCarriersZone(time, CHINA), meaning, place);
    }

    private static String either(JsonNode node, String name, String olderName) {
        return text(node, name).isEmpty() ? text(node, olderName) : text(node, name);
    }

    /**
     * {@code RoutePushService}, as XML or as JSON, a route at a time; the older {@code RouteResponse} has a parcel's routes
     * together. The platform does not sign them: the address they are sent to is secret.
     */
    @Override
    public CarrierResult<VerifiedPush> parsePush(CarrierPush push) {
        String body = new String(push.body(), StandardCharsets.UTF_8).strip();
        boolean xml = body.startsWith("<");
        try {
            JsonNode root = xml ? Payloads.xml(body) : Payloads.json(body);
            Map<TrackingNumber, Readings> byParcel = new LinkedHashMap<>();
            for (JsonNode route : Payloads.each(root.path("Body").path("WaybillRoute"))) {
                if (!text(route, "mailno").isEmpty()) {
                    TrackingNumber number = new TrackingNumber(text(route, "mailno"));
                    read(route, byParcel.computeIfAbsent(number, it -> new Readings(CODE, it, clock.instant())));
                }
            }
            for (JsonNode parcel : Payloads.each(root.path("Body").path("RouteResponse"))) {
                TrackingNumber number = new TrackingNumber(text(parcel, "mailno"));
                Readings found = byParcel.computeIfAbsent(number, it -> new Readings(CODE, it, clock.instant()));
                Payloads.each(parcel.path("Route")).forEach(route -> read(route, found));
            }
            List<TrackingSnapshot> snapshots =
                    byParcel.values().stream().map(Readings::snapshot).toList();
            return CarrierResult.ok(
                    xml
                            ? new VerifiedPush(
                                    snapshots,
                                    List.of(),
                                    "<Response service=\"RoutePushService\"><Head>OK</Head></Response>",
                                    "application/xml")
                            : new VerifiedPush(
                                    snapshots,
                                    List.of(),
                                    "{\"return_code\":\"0000\",\"return_msg\":\"成功\"}",
                                    "application/json"),
                    body);
        } catch (UnreadableAnswerException | IllegalArgumentException e) {
            return CarrierResult.rejected(CarrierErrorCode.BAD_PAYLOAD, "", "" + e.getMessage());
        }
    }

    /** SF pushes every parcel of the account: nothing to ask for. */
    @Override
    public CarrierResult<Boolean> subscribe(
            CarrierContext context, TrackingRef parcel, String callbackUrl, IdempotencyKey key) {
        return CarrierResult.ok(true, "");
    }

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
        Recipient recipient = request.newRecipient();
        if (recipient == null && request.action() == InterceptAction.REDIRECT) {
            return CarrierResult.rejected(CarrierErrorCode.INVALID_INPUT, "", "a redirection needs a recipient");
        }
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("waybillNo", request.parcel().value());
        asked.put("serviceCode", INTERCEPTS.get(request.action()));
        asked.put("role", "1");
        asked.put("payMode", payMode(request.payer()));
        asked.put("monthlyCardNo", monthlyCard);
        asked.put("cancel", false);
        asked.put("newDestAddress", newAddress(recipient));
        return platform.write(
                context,
                key,
                "EXP_RECE_WANTED_INTERCEPT",
                asked,
                business -> business.isOk()
                        ? CarrierResult.ok(
                                new InterceptTicket(
                                        key.value(), request.parcel(), InterceptTicket.Status.ACCEPTED, "", null),
                                business.raw())
                        : business.refused());
    }

    private static Map<String, Object> newAddress(@Nullable Recipient recipient) {
        return recipient == null ? Map.of() : address(recipient);
    }

    private static String payMode(Payer payer) {
        return switch (payer) {
            case SHIPPER -> "1";
            case CONSIGNEE -> "2";
            case MONTHLY_ACCOUNT -> "4";
        };
    }

    /** The carrier answers at once and then shows it only in the routes. */
    @Override
    public CarrierResult<InterceptTicket> findIntercept(
            CarrierContext context, TrackingNumber parcel, IdempotencyKey key) {
        return CarrierResult.retryable(CarrierErrorCode.NOT_FOUND_YET, Duration.ofHours(1));
    }

    @Override
    public CarrierResult<Booking> reverse(
            CarrierContext context, String originalRef, ShipmentOrder wayBack, IdempotencyKey key) {
        return platform.write(
                context,
                key,
                "EXP_RECE_CREATE_REVERSE_ORDER",
                order(wayBack, key),
                business -> switch (business.code()) {
                    case "S0000" -> CarrierResult.ok(booking(business), business.raw());
                    case "8016" -> findBooking(context, key);
                    default -> business.refused();
                });
    }
}
