package com.acme.carrier;

import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierPlugin;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** What a running installation finds in the jar. Settings: {@code acme.url}, {@code acme.api-key}, {@code acme.push-secret}. */
public final class AcmePlugin implements CarrierPlugin {
    @Override
    public CarrierCode code() {
        return AcmeExpress.CODE;
    }

    @Override
    public CarrierGateway connect(Map<String, String> settings, CallBudgets budgets, Clock clock) {
        return new AcmeExpress(
                URI.create(setting(settings, "url")),
                setting(settings, "api-key"),
                setting(settings, "push-secret"),
                budgets,
                clock);
    }

    private static String setting(Map<String, String> settings, String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("acme." + name + " is missing in carriers.properties");
        }
        return value;
    }
}
