package io.ordercore.application.inspection;

import io.ordercore.domain.inspection.Agency;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/** Checks agencies' signatures: Ed25519 (RFC 8032), in Base64. */
final class AgencySignature {
    private static final String ALGORITHM = "Ed25519";

    private AgencySignature() {}

    /** Whether an agency signed this statement, by a key that is good now. */
    static boolean isOf(Agency agency, String statement, String signature, Instant now) {
        return agency.keysAt(now).stream().anyMatch(key -> isBy(key, statement, signature));
    }

    private static boolean isBy(Agency.Key key, String statement, String signature) {
        try {
            PublicKey publicKey = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key.publicKey())));
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(publicKey);
            check.update(statement.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }
}
