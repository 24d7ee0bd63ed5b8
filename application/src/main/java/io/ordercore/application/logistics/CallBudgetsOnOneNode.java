package io.ordercore.application.logistics;

import io.ordercore.application.logistics.CarrierProfile.CallBudget;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** Counts in fixed windows of one second and one day (UTC). */
final class CallBudgetsOnOneNode implements CallBudgets {
    private record Account(CarrierCode carrier, String id) {}

    private record Used(Instant second, int inSecond, Instant day, int inDay) {}

    private final Map<Account, Used> accounts = new HashMap<>();

    @Override
    public synchronized Duration take(CarrierCode carrier, String accountId, CallBudget budget, Instant now) {
        Account account = new Account(carrier, accountId);
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        Instant day = now.truncatedTo(ChronoUnit.DAYS);
        Used before = accounts.getOrDefault(account, new Used(second, 0, day, 0));
        int inSecond = before.second.equals(second) ? before.inSecond : 0;
        int inDay = before.day.equals(day) ? before.inDay : 0;
        if (budget.perDay() > 0 && inDay >= budget.perDay()) {
            return Duration.between(now, day.plus(1, ChronoUnit.DAYS));
        }
        if (budget.perSecond() > 0 && inSecond >= budget.perSecond()) {
            return Duration.between(now, second.plusSeconds(1));
        }
        accounts.put(account, new Used(second, inSecond + 1, day, inDay + 1));
        return Duration.ZERO;
    }
}
