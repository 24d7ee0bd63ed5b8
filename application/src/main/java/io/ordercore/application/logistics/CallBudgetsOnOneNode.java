package io.ordercore.application.logistics;

import io.ordercore.application.logistics.CarrierProfile.CallBudget;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

final class CallBudgetsOnOneNode implements CallBudgets {
    private record Account(CarrierCode carrier, String id) {}

    private final Map<Account, CallWindow> accounts = new HashMap<>();

    @Override
    public synchronized Duration take(CarrierCode carrier, String accountId, CallBudget budget, Instant now) {
        Account account = new Account(carrier, accountId);
        CallWindow used = accounts.getOrDefault(account, CallWindow.UNUSED);
        Duration wait = used.wait(budget, now);
        if (wait.isZero()) {
            accounts.put(account, used.taken(now));
        }
        return wait;
    }

    @Override
    public synchronized void pause(CarrierCode carrier, String accountId, Instant until) {
        Account account = new Account(carrier, accountId);
        accounts.put(account, accounts.getOrDefault(account, CallWindow.UNUSED).pausedUntil(until));
    }
}
