package io.ordercore.application.inspection;

import java.util.List;
import java.util.Map;

/** The professional agencies the platform works with. */
@FunctionalInterface
public interface Agencies {
    /** Nobody: every report is refused. */
    Agencies NONE = (agency, statement, signature) -> false;

    /** Whom inspections can be ordered from; empty where nobody says. */
    default List<String> names() {
        return List.of();
    }

    /** Whether this agency signed this statement. False for an agency nobody knows and for a signature that is none. */
    boolean hasSigned(String agency, String statement, String signature);

    /**
     * Agencies that sign with Ed25519 (RFC 8032), signatures in Base64.
     *
     * @param publicKeys by agency, X.509 encoded
     */
    static Agencies signingWithEd25519(Map<String, byte[]> publicKeys) {
        return new SigningAgencies(publicKeys);
    }
}
