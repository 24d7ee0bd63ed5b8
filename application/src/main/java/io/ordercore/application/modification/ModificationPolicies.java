package io.ordercore.application.modification;

import io.ordercore.domain.modification.ModificationPolicy;
import io.ordercore.domain.party.MerchantId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whose table rules: a merchant's own, or the platform's. Every table was checked for gaps and contradictions when it was read.
 *
 * @param platform for all that have none of their own
 * @param own by the merchant's id
 */
public record ModificationPolicies(ModificationPolicy platform, Map<String, ModificationPolicy> own) {
    /** {@link ModificationPolicy#STANDARD} for everybody. */
    public static final ModificationPolicies STANDARD = new ModificationPolicies(ModificationPolicy.STANDARD, Map.of());

    public ModificationPolicies {
        own = Collections.unmodifiableMap(new TreeMap<>(own));
    }

    /** The table that rules on this merchant's orders. */
    public ModificationPolicy of(MerchantId merchant) {
        return own.getOrDefault(merchant.toString(), platform);
    }
}
