package io.ordercore.bootstrap.identity;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Checking a signature costs more than placing an order, so a token that was found good is remembered, by its full text, for
 * five minutes at most. Its expiry is checked at every use; a token that was refused is never remembered.
 */
final class RememberingParser implements JWTParser {
    private static final int MOST_TOKENS = 20_000;
    private static final int LONGEST_TOKEN = 8 * 1024;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final JWTParser parser;
    private final Clock clock;
    private final Cache<String, JsonWebToken> good = CacheBuilder.newBuilder()
            .maximumSize(MOST_TOKENS)
            .expireAfterWrite(KEPT)
            .build();

    RememberingParser(JWTParser parser, Clock clock) {
        this.parser = parser;
        this.clock = clock;
    }

    @Override
    public JsonWebToken parse(String token) throws ParseException {
        JsonWebToken known = good.getIfPresent(token);
        if (known != null && clock.instant().getEpochSecond() < known.getExpirationTime()) {
            return known;
        }
        if (token.length() > LONGEST_TOKEN) {
            throw new ParseException("a token has at most " + LONGEST_TOKEN + " characters");
        }
        JsonWebToken checked = parser.parse(token);
        good.put(token, checked);
        return checked;
    }

    @Override
    public JsonWebToken parse(String token, JWTAuthContextInfo check) throws ParseException {
        return parser.parse(token, check);
    }

    @Override
    public JsonWebToken verify(String token, PublicKey key) throws ParseException {
        return parser.verify(token, key);
    }

    @Override
    public JsonWebToken verify(String token, SecretKey key) throws ParseException {
        return parser.verify(token, key);
    }

    @Override
    public JsonWebToken verify(String token, String secret) throws ParseException {
        return parser.verify(token, secret);
    }

    @Override
    public JsonWebToken decrypt(String token, PrivateKey key) throws ParseException {
        return parser.decrypt(token, key);
    }

    @Override
    public JsonWebToken decrypt(String token, SecretKey key) throws ParseException {
        return parser.decrypt(token, key);
    }

    @Override
    public JsonWebToken decrypt(String token, String secret) throws ParseException {
        return parser.decrypt(token, secret);
    }

    @Override
    public JsonWebToken parseOnly(String token) throws ParseException {
        return parser.parseOnly(token);
    }
}
