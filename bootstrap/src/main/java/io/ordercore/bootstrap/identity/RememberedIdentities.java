package io.ordercore.bootstrap.identity;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.smallrye.jwt.runtime.auth.JWTAuthMechanism;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Checking a signature costs more than placing an order, and even finding out who a checked token names a twelfth of one. So
 * who was found is remembered, by the full text of the header, for five minutes at most. The token's expiry is checked at every
 * use; one that was refused is never remembered.
 */
@Alternative
@Priority(1)
@Singleton
final class RememberedIdentities implements HttpAuthenticationMechanism {
    private static final int MOST_TOKENS = 20_000;
    private static final int LONGEST_HEADER = 8 * 1024;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final JWTAuthMechanism tokens;
    private final Clock clock;
    private final Cache<String, Known> good = CacheBuilder.newBuilder()
            .maximumSize(MOST_TOKENS)
            .expireAfterWrite(KEPT)
            .build();

    RememberedIdentities(JWTAuthMechanism tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager providers) {
        String header = exchange.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return tokens.authenticate(exchange, providers);
        }
        if (header.length() > LONGEST_HEADER) {
            return Uni.createFrom().failure(new AuthenticationFailedException("too long"));
        }
        Known known = good.getIfPresent(header);
        return known != null && clock.instant().getEpochSecond() < known.expires()
                ? Uni.createFrom().item(known.identity())
                : tokens.authenticate(exchange, providers).invoke(found -> remember(header, found));
    }

    /** Without the request it was found for. */
    private void remember(String header, @Nullable SecurityIdentity found) {
        if (found != null && found.getPrincipal() instanceof JsonWebToken token) {
            SecurityIdentity identity = QuarkusSecurityIdentity.builder()
                    .setPrincipal(token)
                    .addCredentials(found.getCredentials())
                    .addRoles(found.getRoles())
                    .build();
            good.put(header, new Known(identity, token.getExpirationTime()));
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return tokens.getChallenge(exchange);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return tokens.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext exchange) {
        return tokens.getCredentialTransport(exchange);
    }

    /** Whom a token names, and until when, in seconds since 1970. */
    private record Known(SecurityIdentity identity, long expires) {}
}
