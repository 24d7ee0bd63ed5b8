package io.ordercore.bootstrap.server;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** The agency {@code inspector-1} with a key pair of its own for this run. */
final class InspectionAgency {
    static final InspectionAgency ONE = new InspectionAgency();

    private final KeyPair keys;

    private InspectionAgency() {
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its line in {@code agencies.properties}. */
    String registration() {
        return "inspector-1 = "
                + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()) + "\n";
    }

    /** The signature of a statement, in Base64. */
    String sign(String statement) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(statement.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }
}
