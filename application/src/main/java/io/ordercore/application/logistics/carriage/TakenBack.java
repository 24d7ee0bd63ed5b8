package io.ordercore.application.logistics.carriage;

import io.ordercore.application.logistics.Cancels.CancelOutcome;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.domain.logistics.carriage.Carriage;
import java.time.Duration;
import java.time.Instant;

/** What a carrier says to a cancellation. Asking again is safe: one that took effect is answered as such again. */
record TakenBack(Carriage asked, Instant now, Duration pause) implements CarrierResult.Cases<CancelOutcome, Carriage> {
    @Override
    public Carriage ok(CancelOutcome outcome, String raw) {
        return switch (outcome) {
            case CANCELLED -> asked.cancelled();
            case PENDING -> asked.uncertain(now.plus(pause));
            case TOO_LATE -> asked.stands(CarrierErrorCode.TOO_LATE.name());
        };
    }

    @Override
    public Carriage rejected(CarrierResult.Rejected<?> no) {
        return no.code() == CarrierErrorCode.ALREADY_CANCELLED
                ? asked.cancelled()
                : asked.stands(no.code() + " " + no.message());
    }

    @Override
    public Carriage retryable(CarrierResult.Retryable<?> later) {
        return asked.uncertain(now.plus(later.retryAfter()));
    }

    @Override
    public Carriage outcomeUnknown(CarrierResult.OutcomeUnknown<?> unknown) {
        return asked.uncertain(now.plus(pause));
    }

    @Override
    public Carriage unsupported(CarrierResult.Unsupported<?> no) {
        return asked.stands("UNSUPPORTED " + no.capability());
    }
}
