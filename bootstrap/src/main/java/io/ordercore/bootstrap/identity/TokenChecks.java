package io.ordercore.bootstrap.identity;

import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts our issuer and our cache in the place of what the extension would read from its configuration. */
@Singleton
final class TokenChecks {
    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    JWTAuthContextInfo check(TrustedIssuer issuer) {
        return issuer.check();
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    JWTParser parser(TrustedIssuer issuer, Clock clock) {
        return new RememberingParser(new DefaultJWTParser(issuer.check()), clock);
    }
}
