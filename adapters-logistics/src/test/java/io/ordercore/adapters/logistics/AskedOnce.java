package io.ordercore.adapters.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.ConnectedCarrier;
import io.ordercore.application.logistics.ShipmentOrder;
import io.ordercore.application.logistics.ShipmentOrder.ParcelToSend;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.application.testkit.HttpStub;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.PhoneNumber;
import io.ordercore.domain.party.Recipient;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.joda.money.Money;

/** Adapters asked about one parcel by a test, and what a stub in the carrier's place says. */
final class AskedOnce {
    private AskedOnce() {}

    static CarrierContext context() {
        return new CarrierContext("a", "t", Instant.now().plus(Duration.ofSeconds(20)), Locale.ENGLISH, "c");
    }

    static CarrierResult<TrackingSnapshot> result(CarrierGateway gateway, TrackingRef ref) {
        return new ConnectedCarrier(gateway)
                .track(context(), List.of(ref))
                .getOrDefault(ref.number(), Readings.notYet());
    }

    static CarrierResult<TrackingSnapshot> result(
            Function<URI, CarrierGateway> adapter, TrackingRef ref, HttpStub.Answer answer) {
        try (HttpStub stub = new HttpStub()) {
            stub.route("/oauth/token", HttpStub.Answer.of(200, "{\"access_token\":\"t\",\"expires_in\":3600}"));
            stub.answers(answer);
            return result(adapter.apply(stub.url()), ref);
        }
    }

    static TrackingSnapshot snapshot(Function<URI, CarrierGateway> adapter, TrackingRef ref, String body) {
        return ok(result(adapter, ref, HttpStub.Answer.of(200, body)));
    }

    static <T> T ok(CarrierResult<T> result) {
        assertThat(result).isInstanceOf(CarrierResult.Ok.class);
        return ((CarrierResult.Ok<T>) result).value();
    }

    static CarrierGateway kuaidi(URI uri) {
        return new Kuaidi100(
                new Kuaidi100.Account(uri, uri, "customer", "key", "secret", "salt", "", Duration.ZERO),
                CallBudgets.unlimited(),
                Clock.systemUTC());
    }

    static CarrierGateway canadaPost(URI uri) {
        return new CanadaPost(new CanadaPost.Account(uri, "u", "p"), CallBudgets.unlimited(), Clock.systemUTC());
    }

    static CarrierGateway fedEx(URI uri) {
        return new FedEx(new FedExAccount(uri, "c", "s", "1"), CallBudgets.unlimited(), Clock.systemUTC());
    }

    static CarrierGateway dhl(URI uri) {
        return dhl(uri, CallBudgets.unlimited(), Clock.systemUTC());
    }

    static CarrierGateway dhl(URI uri, CallBudgets budgets, Clock clock) {
        return new DhlUnified(new DhlUnified.Account(uri, "key", ""), budgets, clock);
    }

    static CarrierGateway easyPost(URI uri) {
        return new EasyPost(
                new EasyPost.Account(uri, "key", "secret", "a@shop.example"),
                CallBudgets.unlimited(),
                Clock.systemUTC());
    }

    static CarrierGateway sf(URI uri) {
        return new SfExpress(
                new SfAccount(uri, "p", "c", "m"), CallBudgets.unlimited(), Clock.systemUTC(), () -> "request-1");
    }

    static ShipmentOrder shipment() {
        Recipient person = new Recipient(
                "Li Lei",
                new PhoneNumber("13800000002"),
                new Address("CN", "Sichuan", "Chengdu", "Shuangliu", "2 Huafu Avenue", "610200"));
        return new ShipmentOrder(
                "ship-1",
                person,
                person,
                List.of(new ParcelToSend(500, 300, 200, 100, "kettle", Money.parse("CNY 99.00"))),
                "",
                null);
    }
}
