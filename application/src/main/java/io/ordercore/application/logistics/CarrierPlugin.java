package io.ordercore.application.logistics;

import io.ordercore.domain.logistics.tracking.CarrierCode;
import java.time.Clock;
import java.util.Map;

/**
 * How an installation comes by an adapter it was not built with: a jar names its implementation, which has a public
 * constructor without arguments, in {@code META-INF/services/io.ordercore.application.logistics.CarrierPlugin}.
 */
public interface CarrierPlugin {
    /** The carrier's code, the same as in the adapter's profile. */
    CarrierCode code();

    /**
     * Makes the adapter.
     *
     * @param settings what the installation's {@code carriers.properties} says of this carrier, without the code before
     *     each name; empty if nothing
     * @throws IllegalArgumentException naming a setting that is missing or wrong
     */
    CarrierGateway connect(Map<String, String> settings, CallBudgets budgets, Clock clock);
}
