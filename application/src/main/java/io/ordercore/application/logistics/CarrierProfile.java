package io.ordercore.application.logistics;

import io.ordercore.domain.logistics.tracking.CarrierCode;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier can do and within which limits, as plain data for selection and scheduling.
 *
 * @param trackBatch numbers in one tracking call, at least 1
 * @param interceptActions what this carrier can do to a parcel on its way; which of them one parcel allows is asked per
 *     parcel ({@link Intercepts#interceptOptions})
 * @param defaultZone the zone of all its times without one, where the carrier declares it
 * @param budget calls allowed per account
 * @param numberFormats names of {@code NumberFormats}
 */
public record CarrierProfile(
        CarrierCode code,
        String displayName,
        Set<Capability> capabilities,
        int trackBatch,
        Set<InterceptAction> interceptActions,
        @Nullable ZoneId defaultZone,
        CallBudget budget,
        List<String> numberFormats) {

    public CarrierProfile {
        capabilities = frozen(capabilities, Capability.class);
        interceptActions = frozen(interceptActions, InterceptAction.class);
        numberFormats = List.copyOf(numberFormats);
        if (trackBatch < 1) {
            throw new IllegalArgumentException("a tracking call asks for at least one number");
        }
        if (capabilities.contains(Capability.INTERCEPT) == interceptActions.isEmpty()) {
            throw new IllegalArgumentException("a carrier that intercepts names its actions, another names none");
        }
    }

    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    private static <E extends Enum<E>> Set<E> frozen(Set<E> values, Class<E> type) {
        EnumSet<E> copy = EnumSet.noneOf(type);
        copy.addAll(values);
        return Collections.unmodifiableSet(copy);
    }

    /** Calls one account may make; the store shares it over all nodes. Zero means that the carrier publishes no limit. */
    public record CallBudget(int perSecond, int perDay) {
        public static final CallBudget UNPUBLISHED = new CallBudget(0, 0);
    }
}
