package io.ordercore.jmh;

import io.ordercore.adapters.logistics.Kuaidi100;
import io.ordercore.adapters.logistics.SfAccount;
import io.ordercore.adapters.logistics.SfExpress;
import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.ReceivesPushes;
import io.ordercore.application.logistics.ReceivesPushes.CarrierPush;
import io.ordercore.application.logistics.ReceivesPushes.VerifiedPush;
import io.ordercore.domain.logistics.tracking.TrackingState;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Carriers' events from the bytes of a push to the parcel's state, on one core: signature, form, JSON, times, meanings,
 * identities, fold. The figure is events a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(NormaliseBenchmark.EVENTS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class NormaliseBenchmark {
    static final int EVENTS = 12;
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final String SALT = "salt";

    private final ReceivesPushes kuaidi100 = new Kuaidi100(
            new Kuaidi100.Account(NOWHERE, NOWHERE, "customer", "key", "secret", SALT, "", Duration.ZERO),
            CallBudgets.unlimited(),
            Clock.systemUTC());
    private final ReceivesPushes sfExpress = new SfExpress(
            new SfAccount(NOWHERE, "partner", "secret", "card"), CallBudgets.unlimited(), Clock.systemUTC(), () -> "1");
    private final CarrierPush coded = kuaidiPush("\"statusCode\":\"%s\",\"areaName\":\"湖北,武汉\",");
    private final CarrierPush worded = kuaidiPush("");
    private final CarrierPush routes = sfPush();

    @Benchmark
    public TrackingState kuaidi100WithCodes() {
        return state(kuaidi100, coded);
    }

    @Benchmark
    public TrackingState kuaidi100BySentence() {
        return state(kuaidi100, worded);
    }

    @Benchmark
    public TrackingState sfExpress() {
        return state(sfExpress, routes);
    }

    private static TrackingState state(ReceivesPushes carrier, CarrierPush push) {
        if (carrier.parsePush(push) instanceof CarrierResult.Ok<VerifiedPush> ok) {
            TrackingState state = ok.value().snapshots().get(0).state();
            if (state.events().size() == EVENTS) {
                return state;
            }
        }
        throw new IllegalStateException("the push is not read");
    }

    private static CarrierPush kuaidiPush(String codes) {
        String[] states = {"3", "5", "1001", "0", "0", "0", "0", "1002", "0", "0", "0", "103"};
        String[] words = {
            "已签收,签收人是本人", "快递员正在派件", "快件已到达武汉", "快件离开郑州", "快件到达郑州", "快件离开北京",
            "快件到达北京", "快件途经石家庄", "快件离开天津", "快件到达天津", "快件已发往天津", "快递员已收件"
        };
        String data = IntStream.range(0, EVENTS)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "{" + codes.replace("%s", states[i])
                                + "\"time\":\"2026-03-%02d 10:20:30\",\"ftime\":\"2026-03-%02d 10:20:30\",\"context\":\"%s\"}",
                        EVENTS - i,
                        EVENTS - i,
                        words[i]))
                .collect(Collectors.joining(","));
        String param =
                "{\"status\":\"polling\",\"lastResult\":{\"nu\":\"YT1234567890123\",\"com\":\"yuantong\",\"data\":["
                        + data + "]}}";
        String sign = HexFormat.of().formatHex(md5(param + SALT)).toUpperCase(Locale.ROOT);
        String form = "sign=" + sign + "&param=" + URLEncoder.encode(param, StandardCharsets.UTF_8);
        return new CarrierPush(Map.of(), form.getBytes(StandardCharsets.UTF_8));
    }

    private static CarrierPush sfPush() {
        String[] operations = {"50", "30", "36", "31", "30", "36", "31", "30", "36", "31", "204", "80"};
        String data = IntStream.range(0, EVENTS)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "{\"id\":\"%d\",\"mailno\":\"SF1234567890123\",\"orderid\":\"o1\",\"acceptTime\":\"2026-03-%02d"
                                + " 10:20:30\",\"acceptAddress\":\"武汉\",\"remark\":\"快件\",\"opCode\":\"%s\"}",
                        i,
                        i + 1,
                        operations[i]))
                .collect(Collectors.joining(","));
        String body = "{\"Body\":{\"WaybillRoute\":[" + data + "]}}";
        return new CarrierPush(Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
