package io.ordercore.application.logistics;

import io.ordercore.application.logistics.CarrierProfile.CallBudget;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The calls one account has made in the running second and the running day (UTC), and until when its carrier wants none.
 * A clock that is behind counts into the window that is already open, so that nodes whose clocks differ share one count.
 */
public record CallWindow(Instant second, int inSecond, Instant day, int inDay, Instant pausedUntil) {
    public static final CallWindow UNUSED = new CallWindow(Instant.EPOCH, 0, Instant.EPOCH, 0, Instant.EPOCH);

    /** Zero if a call may be made now. */
    public Duration wait(CallBudget budget, Instant now) {
        Duration wait = Duration.ZERO;
        if (pausedUntil.isAfter(now)) {
            wait = Duration.between(now, pausedUntil);
        }
        if (budget.perDay() > 0 && openDay(now).equals(day) && inDay >= budget.perDay()) {
            wait = longer(wait, Duration.between(now, day.plus(1, ChronoUnit.DAYS)));
        }
        if (budget.perSecond() > 0 && openSecond(now).equals(second) && inSecond >= budget.perSecond()) {
            wait = longer(wait, Duration.between(now, second.plusSeconds(1)));
        }
        return wait;
    }

    /** With one call more. */
    public CallWindow taken(Instant now) {
        Instant nextSecond = openSecond(now);
        Instant nextDay = openDay(now);
        return new CallWindow(
                nextSecond,
                nextSecond.equals(second) ? inSecond + 1 : 1,
                nextDay,
                nextDay.equals(day) ? inDay + 1 : 1,
                pausedUntil);
    }

    public CallWindow pausedUntil(Instant until) {
        return until.isAfter(pausedUntil) ? new CallWindow(second, inSecond, day, inDay, until) : this;
    }

    private Instant openSecond(Instant now) {
        return later(second, now.truncatedTo(ChronoUnit.SECONDS));
    }

    private Instant openDay(Instant now) {
        return later(day, now.truncatedTo(ChronoUnit.DAYS));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
