package io.ordercore.application.inspection;

import java.util.Collection;
import java.util.List;

/** The register of the professional agencies the platform works with. */
@FunctionalInterface
public interface Agencies {
    /** Nobody: every report is refused. */
    Agencies NONE = (agency, statement, signature) -> false;

    /** Whom inspections can be ordered from, by name; empty where nobody says. */
    default List<Agency> all() {
        return List.of();
    }

    /** Whether this agency signed this statement. False for an agency nobody knows and for a signature that is none. */
    boolean hasSigned(String agency, String statement, String signature);

    /** Agencies that sign with Ed25519 (RFC 8032), signatures in Base64. */
    static Agencies registered(Collection<Agency> agencies) {
        return new RegisteredAgencies(agencies);
    }
}
