package io.ordercore.application.logistics;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** What came of asking a carrier. Every caller treats every outcome through {@link #decide}. */
public sealed interface CarrierResult<T> {
    <R> R decide(Cases<? super T, R> cases);

    /** What comes of going on with the value; all but {@link Ok} stay as they are. */
    <U> CarrierResult<U> then(Function<? super T, CarrierResult<U>> next);

    /** The same outcome with another value; all but {@link Ok} stay as they are. */
    default <U> CarrierResult<U> map(Function<? super T, ? extends U> change) {
        return then(value -> ok(change.apply(value), ""));
    }

    /** One method for each outcome. */
    interface Cases<T, R> {
        R ok(T value, String raw);

        R rejected(Rejected<?> it);

        R retryable(Retryable<?> it);

        R outcomeUnknown(OutcomeUnknown<?> it);

        R unsupported(Unsupported<?> it);
    }

    static <T> CarrierResult<T> ok(T value, String raw) {
        return new Ok<>(value, raw, "");
    }

    static <T> CarrierResult<T> rejected(CarrierErrorCode code, String carrierCode, String message) {
        return new Rejected<>(code, carrierCode, message, Map.of());
    }

    static <T> CarrierResult<T> retryable(CarrierErrorCode code, Duration after) {
        return new Retryable<>(code, after);
    }

    static <T> CarrierResult<T> unsupported(Capability capability) {
        return new Unsupported<>(capability);
    }

    /**
     * Done.
     *
     * @param raw the carrier's answer as received, kept as evidence
     * @param carrierRequestId what the carrier calls this exchange; empty where it names none
     */
    record Ok<T>(T value, String raw, String carrierRequestId) implements CarrierResult<T> {
        @Override
        public <R> R decide(Cases<? super T, R> cases) {
            return cases.ok(value, raw);
        }

        @Override
        public <U> CarrierResult<U> then(Function<? super T, CarrierResult<U>> next) {
            return next.apply(value);
        }

        @Override
        public <U> CarrierResult<U> map(Function<? super T, ? extends U> change) {
            return new Ok<>(change.apply(value), raw, carrierRequestId);
        }
    }

    /** Not done, and repeating it unchanged would not help. {@code fieldErrors} maps a field of ours to the complaint. */
    record Rejected<T>(CarrierErrorCode code, String carrierCode, String message, Map<String, String> fieldErrors)
            implements CarrierResult<T> {
        public Rejected {
            fieldErrors = Map.copyOf(fieldErrors);
        }

        @Override
        public <R> R decide(Cases<? super T, R> cases) {
            return cases.rejected(this);
        }

        @Override
        public <U> CarrierResult<U> then(Function<? super T, CarrierResult<U>> next) {
            return new Rejected<>(code, carrierCode, message, fieldErrors);
        }
    }

    /** Not done; the same request may succeed after {@code retryAfter}. */
    record Retryable<T>(CarrierErrorCode code, Duration retryAfter) implements CarrierResult<T> {
        @Override
        public <R> R decide(Cases<? super T, R> cases) {
            return cases.retryable(this);
        }

        @Override
        public <U> CarrierResult<U> then(Function<? super T, CarrierResult<U>> next) {
            return new Retryable<>(code, retryAfter);
        }
    }

    /** A write may or may not have taken effect. Look it up by the key before writing again. */
    record OutcomeUnknown<T>(IdempotencyKey key) implements CarrierResult<T> {
        @Override
        public <R> R decide(Cases<? super T, R> cases) {
            return cases.outcomeUnknown(this);
        }

        @Override
        public <U> CarrierResult<U> then(Function<? super T, CarrierResult<U>> next) {
            return new OutcomeUnknown<>(key);
        }
    }

    /** This carrier, or this parcel, cannot do that. */
    record Unsupported<T>(Capability capability) implements CarrierResult<T> {
        @Override
        public <R> R decide(Cases<? super T, R> cases) {
            return cases.unsupported(this);
        }

        @Override
        public <U> CarrierResult<U> then(Function<? super T, CarrierResult<U>> next) {
            return new Unsupported<>(capability);
        }
    }
}
