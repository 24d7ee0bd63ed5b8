package io.ordercore.application.inspection;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Agencies by their public keys. */
final class SigningAgencies implements Agencies {
    private final Map<String, byte[]> publicKeys;

    SigningAgencies(Map<String, byte[]> publicKeys) {
        this.publicKeys = Map.copyOf(publicKeys);
    }

    @Override
    public List<String> names() {
        return publicKeys.keySet().stream().sorted().toList();
    }

    @Override
    public boolean hasSigned(String agency, String statement, String signature) {
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
    }
}
