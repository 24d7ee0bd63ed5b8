package com.acme.carrier;

import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.IdempotencyKey;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/** Calls Acme within its budget and the caller's deadline, and knows what its status codes mean. */
final class AcmeHttp {
    private static final Duration LATER = Duration.ofSeconds(30);

    private final URI url;
    private final String apiKey;
    private final CallBudgets budgets;
    private final Clock clock;
    private final HttpClient http = HttpClient.newHttpClient();

    AcmeHttp(URI url, String apiKey, CallBudgets budgets, Clock clock) {
        this.url = url;
        this.apiKey = apiKey;
        this.budgets = budgets;
        this.clock = clock;
    }

    /** A question: whatever went wrong, it can be asked again. {@code absent} is what 404 means here. */
    <T> CarrierResult<T> ask(
            CarrierContext context, String path, CarrierResult<T> absent, Function<String, CarrierResult<T>> read) {
        return send(
                context,
                HttpRequest.newBuilder(url.resolve(path)).GET(),
                CarrierResult.retryable(CarrierErrorCode.TIMEOUT, LATER),
                CarrierResult.retryable(CarrierErrorCode.UPSTREAM_DOWN, LATER),
                absent,
                read);
    }

    /** A command: once it was sent, no answer means that nobody knows whether it was carried out. */
    <T> CarrierResult<T> command(
            CarrierContext context, String path, String body, IdempotencyKey key, Function<String, CarrierResult<T>> read) {
        CarrierResult<T> unknown = new CarrierResult.OutcomeUnknown<>(key);
        return send(
                context,
                HttpRequest.newBuilder(url.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key.value())
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                unknown,
                unknown,
                CarrierResult.rejected(CarrierErrorCode.NOT_FOUND, "404", "no such parcel"),
                read);
    }

    private <T> CarrierResult<T> send(
            CarrierContext context,
            HttpRequest.Builder request,
            CarrierResult<T> silence,
            CarrierResult<T> broken,
            CarrierResult<T> absent,
            Function<String, CarrierResult<T>> read) {
        Duration wait = budgets.take(AcmeExpress.CODE, context.accountId(), AcmeExpress.BUDGET, clock.instant());
        Duration left = Duration.between(clock.instant(), context.deadline());
        if (!wait.isZero()) {
            return CarrierResult.retryable(CarrierErrorCode.RATE_LIMITED, wait);
        }
        if (left.isNegative() || left.isZero()) {
            return CarrierResult.retryable(CarrierErrorCode.TIMEOUT, LATER);
        }
        try {
            HttpResponse<String> answer = http.send(
                    request.header("Authorization", "Bearer " + apiKey).timeout(left).build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() / 100 == 2 ? read.apply(answer.body()) : no(context, answer, broken, absent);
        } catch (HttpTimeoutException e) {
            return silence;
        } catch (ConnectException e) {
            return CarrierResult.retryable(CarrierErrorCode.UPSTREAM_DOWN, LATER);
        } catch (IOException e) {
            return broken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return silence;
        }
    }

    private <T> CarrierResult<T> no(
            CarrierContext context, HttpResponse<String> answer, CarrierResult<T> broken, CarrierResult<T> absent) {
        switch (answer.statusCode()) {
            case 400:
                return CarrierResult.rejected(CarrierErrorCode.INVALID_INPUT, "400", answer.body());
            case 401:
                return CarrierResult.rejected(CarrierErrorCode.AUTH, "401", "the key is refused");
            case 403:
                return CarrierResult.rejected(CarrierErrorCode.NOT_PERMITTED, "403", "not our parcel");
            case 404:
                return absent;
            case 409:
                return CarrierResult.rejected(CarrierErrorCode.DUPLICATE, "409", "this key asked for something else");
            case 429:
                Duration told = Duration.ofSeconds(
                        answer.headers().firstValueAsLong("Retry-After").orElse(60));
                budgets.pause(AcmeExpress.CODE, context.accountId(), clock.instant().plus(told));
                return CarrierResult.retryable(CarrierErrorCode.RATE_LIMITED, told);
            default:
                return broken;
        }
    }
}
