package io.ordercore.domain.inspection;

import io.ordercore.domain.party.Actor;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A line of the register's audit trail.
 *
 * @param version of the agency after it
 * @param facts how it stands after it; never a secret
 */
public record AgencyChange(String agency, long version, Kind kind, Actor by, Instant at, Map<String, String> facts) {
    /** What can happen to an agency. The names are stable. */
    public enum Kind {
        REGISTERED,
        REVISED,
        KEY_ROTATED
    }

    public AgencyChange {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** Says what an agency became. */
    public static AgencyChange of(Agency after, Kind kind, Actor by, Instant now) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("active", Boolean.toString(after.active()));
        facts.put(
                "categories",
                String.join(" ", after.categories().stream().sorted().toList()));
        facts.put("key", after.key().publicKey());
        after.keys().stream()
                .filter(key -> key.until() != null)
                .forEach(key -> facts.put("formerKeyUntil", String.valueOf(key.until())));
        Agency.Endpoint endpoint = after.endpoint();
        if (endpoint != null) {
            facts.put("url", endpoint.url().toString());
        }
        return new AgencyChange(after.name(), after.version(), kind, by, now, facts);
    }
}
