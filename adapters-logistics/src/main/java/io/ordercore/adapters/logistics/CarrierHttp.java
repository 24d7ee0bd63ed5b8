package io.ordercore.adapters.logistics;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierProfile;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a carrier within a deadline and a budget, and names what went wrong. A read that met a broken server is tried
 * again while there is time; a write is sent once, and when its answer is lost the outcome is unknown. Each account has
 * its circuit breaker, so that one customer's trouble is not another's.
 */
final class CarrierHttp {
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);
    private static final Duration PAUSE_AFTER_TOO_MANY = Duration.ofSeconds(60);

    private final CarrierProfile profile;
    private final CallBudgets budgets;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowSize(50)
            .minimumNumberOfCalls(20)
            .failureRateThreshold(80)
            .waitDurationInOpenState(Duration.ofSeconds(10))
            .build());
    private final RetryConfig again = RetryConfig.custom()
            .maxAttempts(3)
            .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(50), 3))
            .build();

    CarrierHttp(CarrierProfile profile, CallBudgets budgets, Clock clock) {
        this.profile = profile;
        this.budgets = budgets;
        this.clock = clock;
    }

    /** An answer as received. */
    record Answer(int status, String body) {}

    /** What an adapter makes of an answer that is neither a refusal of the caller nor a broken server. */
    interface Reading<T> {
        CarrierResult<T> of(Answer answer) throws UnreadableAnswerException;
    }

    /** How one parcel is asked for. */
    interface Question {
        HttpRequest.Builder about(TrackingRef ref);
    }

    /** What an answer says of one parcel. */
    interface Tracking {
        CarrierResult<TrackingSnapshot> of(TrackingRef ref, Answer answer) throws UnreadableAnswerException;
    }

    /** Asks for each parcel by itself; the failure of one is nobody else's. */
    Map<TrackingNumber, CarrierResult<TrackingSnapshot>> trackEach(
            CarrierContext context, List<TrackingRef> refs, Question question, Tracking tracking) {
        Map<TrackingNumber, CarrierResult<TrackingSnapshot>> results = new LinkedHashMap<>();
        for (TrackingRef ref : refs) {
            results.put(ref.number(), read(context, question.about(ref), answer -> tracking.of(ref, answer)));
        }
        return results;
    }

    /** Asks; may ask again. */
    <T> CarrierResult<T> read(CarrierContext context, HttpRequest.Builder request, Reading<T> reading) {
        Retry retry = Retry.of(
                profile.code().value(),
                RetryConfig.<CarrierResult<T>>from(again)
                        .retryOnResult(result -> isBrokenServer(result) && hasTime(context))
                        .build());
        return Retry.decorateSupplier(retry, () -> once(context, null, request, reading))
                .get();
    }

    /** Tells; once. */
    <T> CarrierResult<T> write(
            CarrierContext context, IdempotencyKey key, HttpRequest.Builder request, Reading<T> reading) {
        return once(context, key, request, reading);
    }

    private <T> CarrierResult<T> once(
            CarrierContext context, @Nullable IdempotencyKey write, HttpRequest.Builder request, Reading<T> reading) {
        Duration wait = budgets.take(profile.code(), context.accountId(), profile.budget(), clock.instant());
        if (!wait.isZero()) {
            return CarrierResult.retryable(CarrierErrorCode.RATE_LIMITED, wait);
        }
        CircuitBreaker breaker = breakers.circuitBreaker(context.accountId());
        if (!breaker.tryAcquirePermission()) {
            return CarrierResult.retryable(CarrierErrorCode.UPSTREAM_DOWN, Duration.ofSeconds(10));
        }
        long started = breaker.getCurrentTimestamp();
        CarrierResult<T> result = exchange(context, write, request, reading);
        if (result instanceof CarrierResult.Retryable<T> later && later.code() == CarrierErrorCode.RATE_LIMITED) {
            budgets.pause(profile.code(), context.accountId(), clock.instant().plus(later.retryAfter()));
        }
        long took = breaker.getCurrentTimestamp() - started;
        if (isBrokenServer(result) || isSilence(result)) {
            breaker.onError(took, breaker.getTimestampUnit(), new IOException("no usable answer"));
        } else {
            breaker.onSuccess(took, breaker.getTimestampUnit());
        }
        return result;
    }

    private <T> CarrierResult<T> exchange(
            CarrierContext context, @Nullable IdempotencyKey write, HttpRequest.Builder request, Reading<T> reading) {
        Duration left = Duration.between(clock.instant(), context.deadline());
        if (left.isNegative() || left.isZero()) {
            return CarrierResult.retryable(CarrierErrorCode.TIMEOUT, USUAL_PAUSE);
        }
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> answer = sent.get(left.toMillis() + 1, TimeUnit.MILLISECONDS);
            return judge(answer, write, reading);
        } catch (TimeoutException e) {
            sent.cancel(true);
            return lost(write, CarrierErrorCode.TIMEOUT);
        } catch (ExecutionException e) {
            boolean neverSent =
                    e.getCause() instanceof ConnectException || e.getCause() instanceof HttpConnectTimeoutException;
            return neverSent
                    ? CarrierResult.retryable(CarrierErrorCode.UPSTREAM_DOWN, USUAL_PAUSE)
                    : lost(write, CarrierErrorCode.UPSTREAM_DOWN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return lost(write, CarrierErrorCode.TIMEOUT);
        }
    }

    private <T> CarrierResult<T> judge(
            HttpResponse<byte[]> response, @Nullable IdempotencyKey write, Reading<T> reading) {
        Answer answer = new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
        int status = answer.status();
        if (status == 401) {
            return CarrierResult.rejected(CarrierErrorCode.AUTH, "401", "the carrier refuses the credentials");
        }
        if (status == 403) {
            return CarrierResult.rejected(CarrierErrorCode.NOT_PERMITTED, "403", "the carrier refuses access");
        }
        if (status == 429) {
            return CarrierResult.retryable(CarrierErrorCode.RATE_LIMITED, retryAfter(response));
        }
        if (status == 503) {
            return CarrierResult.retryable(CarrierErrorCode.UPSTREAM_DOWN, USUAL_PAUSE);
        }
        if (status >= 500) {
            return lost(write, CarrierErrorCode.UPSTREAM_DOWN);
        }
        try {
            return reading.of(answer);
        } catch (UnreadableAnswerException e) {
            return write == null
                    ? CarrierResult.rejected(CarrierErrorCode.BAD_PAYLOAD, String.valueOf(status), "" + e.getMessage())
                    : new CarrierResult.OutcomeUnknown<>(write);
        }
    }

    private Duration retryAfter(HttpResponse<?> response) {
        String told = response.headers().firstValue("Retry-After").orElse("");
        if (told.matches("[0-9]{1,6}")) {
            return Duration.ofSeconds(Long.parseLong(told));
        }
        try {
            Instant until = ZonedDateTime.parse(told, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), until);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeParseException e) {
            return PAUSE_AFTER_TOO_MANY;
        }
    }

    private static <T> CarrierResult<T> lost(@Nullable IdempotencyKey write, CarrierErrorCode code) {
        return write == null ? CarrierResult.retryable(code, USUAL_PAUSE) : new CarrierResult.OutcomeUnknown<>(write);
    }

    private boolean hasTime(CarrierContext context) {
        return clock.instant().plusMillis(200).isBefore(context.deadline());
    }

    private static boolean isBrokenServer(CarrierResult<?> result) {
        return result.equals(CarrierResult.retryable(CarrierErrorCode.UPSTREAM_DOWN, USUAL_PAUSE));
    }

    private static boolean isSilence(CarrierResult<?> result) {
        return result.equals(CarrierResult.retryable(CarrierErrorCode.TIMEOUT, USUAL_PAUSE));
    }
}
