package io.ordercore.adapters.logistics;

import static io.ordercore.adapters.logistics.Payloads.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.ConnectedCarrier;
import io.ordercore.application.logistics.ReceivesPushes.CarrierPush;
import io.ordercore.application.logistics.ReceivesPushes.VerifiedPush;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.logistics.tracking.TrackingState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Payloads recorded in a folder, read by the adapters as in operation: an answer through a server in the carrier's place, a
 * push with the signature it would bear. Which adapter reads a payload is said by the name of the folder it lies in.
 */
public final class RecordedPayloads implements AutoCloseable {
    static final String NO_TRACKING = "nothing to track";
    private static final String SECRET = "recorded";
    private static final int OK = 200;
    private static final Pattern SF_RESPONSE =
            Pattern.compile("<Response service=[\"']RouteService[\"'].*</Response>", Pattern.DOTALL);
    /** The field that holds a parcel's number, by carrier. */
    private static final Map<String, String> NUMBER_FIELDS = Map.of(
            "kuaidi100", "nu",
            "sf-express", "mailNo",
            "dhl-unified", "id",
            "fedex", "trackingNumber",
            "easypost", "tracking_code",
            "aftership", "tracking_number");

    private final HttpServer server;
    private final Clock clock;
    private volatile byte[] body = {};
    private volatile int status = OK;

    /** Listens on the loopback address until closed. */
    public RecordedPayloads(Clock clock) throws IOException {
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/oauth/token",
                exchange -> answer(exchange, OK, "{\"access_token\":\"recorded\"}".getBytes(StandardCharsets.UTF_8)));
        server.createContext("/", exchange -> answer(exchange, status, body));
        server.start();
    }

    private static void answer(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Every payload below a folder, in the order of names. */
    public List<RecordedPayload> in(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(file -> file.toString().matches(".*\\.(json|xml)"))
                    .filter(file -> !file.toString().matches(".*\\.(expected|kat)\\.json"))
                    .filter(file -> !String.valueOf(file.getParent()).endsWith("requests"))
                    .sorted()
                    .toList();
        }
        List<RecordedPayload> all = new ArrayList<>();
        for (Path file : files) {
            try {
                all.addAll(read(folder, file));
            } catch (IllegalArgumentException e) {
                String name = folder.relativize(file).toString();
                all.add(new RecordedPayload("", name, "not readable: " + e.getMessage(), null, 0, 0, null));
            }
        }
        return all;
    }

    private List<RecordedPayload> read(Path folder, Path file) throws IOException {
        String text = Files.readString(file).strip();
        String name = folder.relativize(file).toString();
        Path holder = file.toAbsolutePath().getParent();
        CarrierGateway gateway = holder == null ? null : adapterFor(String.valueOf(holder.getFileName()), text);
        ExpectedReading expected = ExpectedReading.beside(file);
        if (gateway == null) {
            return List.of(new RecordedPayload("", name, NO_TRACKING, null, 0, 0, expected));
        }
        String carrier = gateway.describe().code().value();
        List<RecordedPayload> all = new ArrayList<>();
        for (CarrierResult<TrackingSnapshot> result : results(new ConnectedCarrier(gateway), text)) {
            all.add(result.decide(new AsRecorded(carrier, name, expected)));
        }
        return all.isEmpty() ? List.of(new RecordedPayload(carrier, name, NO_TRACKING, null, 0, 0, null)) : all;
    }

    private record AsRecorded(
            String carrier, String file, @Nullable ExpectedReading expected)
            implements CarrierResult.Cases<TrackingSnapshot, RecordedPayload> {
        @Override
        public RecordedPayload ok(TrackingSnapshot it, String raw) {
            TrackingState state = it.state();
            return new RecordedPayload(
                    carrier,
                    file,
                    "read",
                    state,
                    it.windows().size(),
                    it.quarantined().size(),
                    expected);
        }

        private RecordedPayload not(String why) {
            return new RecordedPayload(carrier, file, why, null, 0, 0, expected);
        }

        @Override
        public RecordedPayload rejected(CarrierResult.Rejected<?> it) {
            return not("rejected " + it.code() + " " + it.carrierCode());
        }

        @Override
        public RecordedPayload retryable(CarrierResult.Retryable<?> it) {
            return not("retryable " + it.code());
        }

        @Override
        public RecordedPayload outcomeUnknown(CarrierResult.OutcomeUnknown<?> it) {
            return not("outcome unknown");
        }

        @Override
        public RecordedPayload unsupported(CarrierResult.Unsupported<?> it) {
            return not("unsupported " + it.capability());
        }
    }

    private @Nullable CarrierGateway adapterFor(String folder, String text) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        CallBudgets budgets = CallBudgets.unlimited();
        String name = folder.toLowerCase(Locale.ROOT);
        if (name.startsWith("kuaidi100")) {
            return new Kuaidi100(
                    new Kuaidi100.Account(url, url, "customer", "key", SECRET, SECRET, "", Duration.ZERO),
                    budgets,
                    clock);
        }
        if (name.startsWith("sf")) {
            return new SfExpress(new SfAccount(url, "partner", SECRET, "card"), budgets, clock, () -> SECRET);
        }
        if (name.startsWith("dhl")) {
            return text.startsWith("<")
                    ? new DhlExpress(new DhlExpress.Account(url, "site", SECRET), budgets, clock)
                    : new DhlUnified(new DhlUnified.Account(url, SECRET, ""), budgets, clock);
        }
        if (name.startsWith("fedex")) {
            return new FedEx(new FedExAccount(url, "client", SECRET, "account"), budgets, clock);
        }
        if (name.startsWith("canada")) {
            return new CanadaPost(new CanadaPost.Account(url, "user", SECRET), budgets, clock);
        }
        if (name.startsWith("aftership")) {
            return new AfterShip(new AfterShip.Account(url, SECRET), budgets, clock);
        }
        return name.startsWith("easypost")
                ? new EasyPost(new EasyPost.Account(url, SECRET, SECRET, ""), budgets, clock)
                : null;
    }

    private List<CarrierResult<TrackingSnapshot>> results(ConnectedCarrier carrier, String text) {
        JsonNode tree = tree(text);
        return switch (carrier.profile().code().value()) {
            case "kuaidi100" -> tree.has("lastResult") ? pushed(carrier, kuaidiPush(text)) : asked(carrier, text);
            case "sf-express" -> sfExpress(carrier, text, tree);
            case "easypost" -> easyPost(carrier, tree.has("request") && tree.has("body") ? tree.path("body") : tree);
            case "aftership" -> afterShip(carrier, tree);
            case "canada-post" ->
                text.contains("<tracking-detail") || text.contains("<messages") ? asked(carrier, text) : List.of();
            case "fedex" ->
                tree.path("output").has("completeTrackResults") || tree.has("errors")
                        ? asked(carrier, text)
                        : List.of();
            case "dhl-express" -> tree.has("AWBInfo") || tree.has("Response") ? asked(carrier, text) : List.of();
            default -> dhlUnified(carrier, text, tree);
        };
    }

    /** A problem document came with the status it names. */
    private List<CarrierResult<TrackingSnapshot>> dhlUnified(ConnectedCarrier carrier, String text, JsonNode tree) {
        int named = tree.path("status").asInt();
        if (tree.has("shipments") || named < 400 || named > 599) {
            return tree.has("shipments") ? asked(carrier, text) : List.of();
        }
        status = named;
        try {
            return asked(carrier, text);
        } finally {
            status = OK;
        }
    }

    private static JsonNode tree(String text) {
        try {
            return text.startsWith("<") ? Payloads.xml(text) : Payloads.json(text);
        } catch (UnreadableAnswerException e) {
            return MissingNode.getInstance();
        }
    }

    private static CarrierPush kuaidiPush(String param) {
        String form = Payloads.form(Map.of("param", param, "sign", Digests.md5Hex(param + SECRET)));
        return new CarrierPush(Map.of(), form.getBytes(StandardCharsets.UTF_8));
    }

    /** Routes pushed, asked for, or inside the older SOAP envelope. */
    private List<CarrierResult<TrackingSnapshot>> sfExpress(ConnectedCarrier carrier, String text, JsonNode tree) {
        Matcher envelope = SF_RESPONSE.matcher(
                text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\""));
        if (text.startsWith("<") || tree.path("Body").has("WaybillRoute")) {
            String body = envelope.find() ? envelope.group() : text;
            return pushed(carrier, new CarrierPush(Map.of(), body.getBytes(StandardCharsets.UTF_8)));
        }
        JsonNode data = tree.has("msgData") ? tree.path("msgData") : tree;
        if (data.has("routeResps")) {
            return asked(carrier, sfAnswer(data));
        }
        return tree.has("apiResultCode") && text.contains("routeResps") ? asked(carrier, text) : List.of();
    }

    private static String sfAnswer(JsonNode data) {
        return Payloads.write(Map.of(
                "apiResultCode",
                "A1000",
                "apiResultData",
                Payloads.write(Map.of("success", true, "errorCode", "S0000", "msgData", data))));
    }

    private List<CarrierResult<TrackingSnapshot>> easyPost(ConnectedCarrier carrier, JsonNode body) {
        if (text(body, "object").equals("Event")) {
            byte[] bytes = Payloads.write(body).getBytes(StandardCharsets.UTF_8);
            return pushed(
                    carrier,
                    new CarrierPush(
                            Map.of("X-Hmac-Signature", "hmac-sha256-hex=" + Digests.hmacSha256Hex(SECRET, bytes)),
                            bytes));
        }
        List<CarrierResult<TrackingSnapshot>> all = new ArrayList<>();
        for (JsonNode tracker : body.has("trackers") ? body.path("trackers") : List.of(body)) {
            if (tracker.has("tracking_details") || tracker.has("error")) {
                all.addAll(asked(carrier, Payloads.write(tracker)));
            }
        }
        return all;
    }

    /** One tracking, a list of them, or the last checkpoint of one: each asked for as the service answers, in a list. */
    private List<CarrierResult<TrackingSnapshot>> afterShip(ConnectedCarrier carrier, JsonNode tree) {
        JsonNode data = tree.path("data");
        List<CarrierResult<TrackingSnapshot>> all = new ArrayList<>();
        if (data.isObject() && data.isEmpty() && tree.path("meta").path("code").asInt() >= 400) {
            return asked(carrier, tree.toString());
        }
        JsonNode alone = data.has("tracking") ? data.path("tracking") : data;
        for (JsonNode tracking : data.has("trackings") ? data.path("trackings") : List.of(alone)) {
            JsonNode last = tracking.path("checkpoint");
            if (tracking.path("checkpoints").size() + last.size() > 0) {
                ObjectNode whole = tracking.deepCopy();
                if (last.isObject()) {
                    whole.putArray("checkpoints").add(last);
                }
                all.addAll(asked(
                        carrier,
                        Payloads.write(
                                Map.of("meta", Map.of("code", OK), "data", Map.of("trackings", List.of(whole))))));
            }
        }
        return all;
    }

    private static List<CarrierResult<TrackingSnapshot>> pushed(ConnectedCarrier carrier, CarrierPush push) {
        CarrierResult<VerifiedPush> result = carrier.parsePush(push);
        return result instanceof CarrierResult.Ok<VerifiedPush> ok
                ? ok.value().snapshots().stream()
                        .map(snapshot -> CarrierResult.ok(snapshot, ok.raw()))
                        .toList()
                : List.of(result.map(it -> it.snapshots().get(0)));
    }

    /** Inside a string inside the answer (SF Express) the quotes are escaped. */
    private static Pattern numberIn(ConnectedCarrier carrier) {
        String field = NUMBER_FIELDS.get(carrier.profile().code().value());
        return Pattern.compile(
                field == null
                        ? "<(?:pin|AWBNumber)>([^<]+)</"
                        : "\\\\?\"" + field + "\\\\?\"\\s*:\\s*\\\\?\"?([A-Za-z0-9-]{4,40})");
    }

    private List<CarrierResult<TrackingSnapshot>> asked(ConnectedCarrier carrier, String answer) {
        body = answer.getBytes(StandardCharsets.UTF_8);
        Set<String> numbers = new LinkedHashSet<>();
        Matcher found = numberIn(carrier).matcher(answer);
        while (found.find() && numbers.size() < carrier.profile().trackBatch()) {
            numbers.add(found.group(1));
        }
        CarrierContext context =
                new CarrierContext("recorded", "", clock.instant().plusSeconds(20), Locale.ENGLISH, "recorded");
        List<TrackingRef> refs = (numbers.isEmpty() ? Set.of("UNKNOWN1") : numbers)
                .stream()
                        .map(number ->
                                TrackingRef.of(new TrackingNumber(number)).movedBy(new CarrierCode("any")))
                        .toList();
        return List.copyOf(carrier.track(context, refs).values());
    }
}
