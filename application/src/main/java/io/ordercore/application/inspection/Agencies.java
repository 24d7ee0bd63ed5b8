package io.ordercore.application.inspection;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;

/** The professional agencies the platform works with. */
@FunctionalInterface
public interface Agencies {
    /** Nobody: every report is refused. */
    Agencies NONE = (agency, statement, signature) -> false;

    /** Whether this agency signed this statement. False for an agency nobody knows and for a signature that is none. */
    boolean hasSigned(String agency, String statement, String signature);

    /**
     * Agencies that sign with Ed25519 (RFC 8032), signatures in Base64.
     *
     * @param publicKeys by agency, X.509 encoded
     */
    static Agencies signingWithEd25519(Map<String, byte[]> publicKeys) {
        return (agency, statement, signature) -> {
            byte[] key = publicKeys.get(agency);
            if (key == null) {
                return false;
            }
            try {
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
                check.update(statement.getBytes(StandardCharsets.UTF_8));
                return check.verify(Base64.getDecoder().decode(signature));
            } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
                return false;
            }
        };
    }
}
