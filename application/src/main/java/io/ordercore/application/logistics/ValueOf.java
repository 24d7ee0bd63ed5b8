package io.ordercore.application.logistics;

/** The value, where anything else means that somebody broke a promise. */
final class ValueOf<T> implements CarrierResult.Cases<T, T> {
    @Override
    public T ok(T value, String raw) {
        return value;
    }

    @Override
    public T rejected(CarrierResult.Rejected<?> it) {
        throw new IllegalStateException("was taken and is now refused: " + it.code());
    }

    @Override
    public T retryable(CarrierResult.Retryable<?> it) {
        throw new IllegalStateException("was taken and is now put off: " + it.code());
    }

    @Override
    public T outcomeUnknown(CarrierResult.OutcomeUnknown<?> it) {
        throw new IllegalStateException("reading has no unknown outcome");
    }

    @Override
    public T unsupported(CarrierResult.Unsupported<?> it) {
        throw new IllegalStateException("was supported: " + it.capability());
    }
}
