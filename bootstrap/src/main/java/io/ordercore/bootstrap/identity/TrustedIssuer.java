package io.ordercore.bootstrap.identity;

import io.ordercore.bootstrap.settings.Settings;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.util.Set;

/** Whose tokens are accepted, and how they must be signed: never symmetrically, never not at all (RFC 8725). */
public final class TrustedIssuer {
    private static final Set<SignatureAlgorithm> ALGORITHMS =
            Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.RS256, SignatureAlgorithm.EDDSA);
    private static final int SKEW_SECONDS = 60;

    private final JWTAuthContextInfo check;

    private TrustedIssuer(JWTAuthContextInfo check) {
        this.check = check;
    }

    /** The server's own tokens. */
    public static TrustedIssuer of(DevIdentities identities) {
        JWTAuthContextInfo check = check(DevIdentities.ISSUER, DevIdentities.AUDIENCE);
        check.setPublicVerificationKey(identities.key());
        check.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        return new TrustedIssuer(check);
    }

    /** The operator's. */
    public static TrustedIssuer of(Settings.Issuer issuer) {
        JWTAuthContextInfo check = check(issuer.name(), issuer.audience());
        boolean web = issuer.keys().startsWith("https://");
        check.setPublicKeyLocation(web ? issuer.keys() : "file:" + issuer.keys());
        check.setSignatureAlgorithm(ALGORITHMS);
        return new TrustedIssuer(check);
    }

    private static JWTAuthContextInfo check(String issuer, String audience) {
        JWTAuthContextInfo check = new JWTAuthContextInfo();
        check.setIssuedBy(issuer);
        check.setExpectedAudience(Set.of(audience));
        check.setClockSkew(SKEW_SECONDS);
        check.setRequiredClaims(Set.of("sub", "exp"));
        return check;
    }

    JWTAuthContextInfo check() {
        return check;
    }
}
