package io.ordercore.adapters.logistics;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierResult;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An OAuth 2 client-credentials token, fetched when needed, kept until shortly before it expires. */
final class BearerToken {
    private static final Duration EARLY = Duration.ofMinutes(1);

    private record Token(String value, Instant until) {}

    private final CarrierHttp http;
    private final Clock clock;
    private final Supplier<HttpRequest.Builder> request;
    private volatile @Nullable Token token;

    BearerToken(CarrierHttp http, Clock clock, Supplier<HttpRequest.Builder> request) {
        this.http = http;
        this.clock = clock;
        this.request = request;
    }

    /** Calls with a valid token. When the carrier refuses it, the next call fetches another. */
    <T> CarrierResult<T> with(CarrierContext context, Function<String, CarrierResult<T>> call) {
        Token known = token;
        if (known != null && clock.instant().isBefore(known.until())) {
            return forgetIfRefused(call.apply(known.value()));
        }
        return fetch(context).then(fetched -> {
            token = fetched;
            return forgetIfRefused(call.apply(fetched.value()));
        });
    }

    private CarrierResult<Token> fetch(CarrierContext context) {
        return http.read(context, request.get(), answer -> {
            JsonNode body = Payloads.json(answer.body());
            String value = Payloads.text(body, "access_token");
            if (value.isEmpty()) {
                return CarrierResult.rejected(
                        CarrierErrorCode.AUTH, String.valueOf(answer.status()), "no token for these credentials");
            }
            Duration life = Duration.ofSeconds(body.path("expires_in").asLong(3600));
            return CarrierResult.ok(new Token(value, clock.instant().plus(life).minus(EARLY)), "");
        });
    }

    private <T> CarrierResult<T> forgetIfRefused(CarrierResult<T> result) {
        if (result instanceof CarrierResult.Rejected<T> rejected && rejected.code() == CarrierErrorCode.AUTH) {
            token = null;
        }
        return result;
    }
}
