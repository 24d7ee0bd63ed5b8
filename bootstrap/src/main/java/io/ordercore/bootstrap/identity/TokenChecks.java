package io.ordercore.bootstrap.identity;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts our issuer in the place of what the extension would read from its configuration. */
@Singleton
final class TokenChecks {
    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    JWTAuthContextInfo check(TrustedIssuer issuer) {
        return issuer.check();
    }
}
