package io.ordercore.application.inspection;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/**
 * A professional agency in the platform's register.
 *
 * @param publicKey Ed25519 (RFC 8032), X.509 encoded, in Base64
 * @param categories what it inspects; empty for everything
 */
public record Agency(String name, String publicKey, Set<String> categories) {
    public Agency {
        categories = Set.copyOf(categories);
        keyOf(publicKey);
    }

    public boolean inspects(String category) {
        return categories.isEmpty() || categories.contains(category);
    }

    PublicKey key() {
        return keyOf(publicKey);
    }

    private static PublicKey keyOf(String publicKey) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key", e);
        }
    }
}
