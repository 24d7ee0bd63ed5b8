package io.ordercore.adapters.rest.inspection;

import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Conversion;
import io.ordercore.application.inspection.ManageAgencies;
import io.ordercore.domain.inspection.Agency;
import io.ordercore.domain.inspection.AgencyChange;
import io.ordercore.domain.notice.webhook.WebhookSecret;
import io.ordercore.domain.party.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent and told about agencies. */
final class AgencyBodies {
    private AgencyBodies() {}

    /**
     * An agency as it is to be.
     *
     * @param publicKey Ed25519, X.509, Base64; needed for a new agency only
     * @param categories what it inspects; everything unless given
     * @param endpoint where it takes orders; it looks at GET /inspections unless given
     * @param active true unless given
     */
    @Schema(
            name = "InspectionAgencyRequest",
            examples = "{\"publicKey\":\"MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\","
                    + "\"categories\":[\"kitchen\",\"electrics\"]}")
    record AgencyBody(
            @Nullable @Size(max = 200) String publicKey,
            @Nullable @Size(max = 100) Set<@NotBlank @Size(max = 100) String> categories,
            @Nullable @Valid EndpointBody endpoint,
            @Nullable Boolean active) {
        /** Null, and violations, if something is missing or wrong. */
        ManageAgencies.@Nullable Registration registration(String name, Conversion conversion) {
            Agency.@Nullable Key key = key(publicKey, conversion);
            Agency.@Nullable Endpoint reachedAt = endpoint == null ? null : endpoint.endpoint(null, conversion);
            boolean named = Agency.isName(name);
            if (!named) {
                conversion.violated("", "invalid-agency-name");
            }
            return key == null || !named
                    ? null
                    : new ManageAgencies.Registration(name, key.publicKey(), inspected(), reachedAt);
        }

        ManageAgencies.Revision revision(Agency before, Conversion conversion) {
            if (publicKey != null && !publicKey.equals(before.key().publicKey())) {
                conversion.violated("/publicKey", "another-key");
            }
            return new ManageAgencies.Revision(
                    inspected(),
                    endpoint == null ? null : endpoint.endpoint(before.endpoint(), conversion),
                    active == null || active);
        }

        private Set<String> inspected() {
            return categories == null ? Set.of() : categories;
        }
    }

    /**
     * Where orders are sent.
     *
     * @param secret whsec_ and Base64: orders are signed by it (Standard Webhooks); the one before unless given
     */
    @Schema(name = "InspectionAgencyEndpoint")
    record EndpointBody(
            @NotNull @Size(max = 2_000) String url,
            @Nullable @Size(max = 200) String secret) {
        Agency.@Nullable Endpoint endpoint(Agency.@Nullable Endpoint before, Conversion conversion) {
            if (secret == null && before == null) {
                conversion.violated("/endpoint/secret", "not-null");
                return null;
            }
            WebhookSecret shared = secret == null && before != null
                    ? before.secret()
                    : conversion.at(
                            "/endpoint/secret",
                            "invalid-secret",
                            () -> new WebhookSecret(String.valueOf(secret), null));
            return shared == null
                    ? null
                    : conversion.at("/endpoint/url", "invalid-url", () -> new Agency.Endpoint(URI.create(url), shared));
        }
    }

    /**
     * Another key.
     *
     * @param overlapHours how long results signed by the former key are taken; 0 if it fell into other hands
     */
    @Schema(
            name = "InspectionAgencyKeyRequest",
            examples =
                    "{\"publicKey\":\"MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\",\"overlapHours\":72}")
    record KeyBody(
            @NotBlank @Size(max = 200) String publicKey,
            @NotNull @Min(0) @Max(720) Integer overlapHours) {}

    /** The key; null and a violation if it is none. */
    static Agency.@Nullable Key key(@Nullable String publicKey, Conversion conversion) {
        if (publicKey == null) {
            conversion.violated("/publicKey", "not-null");
            return null;
        }
        return conversion.at("/publicKey", "invalid-key", () -> new Agency.Key(publicKey, Instant.EPOCH, null));
    }

    /**
     * An agency.
     *
     * @param publicKey the key in use
     * @param keys it and those that are good for a while longer
     * @param categories empty for all
     * @param url where it takes orders; told to staff and inspectors only
     */
    @Schema(name = "InspectionAgency")
    record AgencyView(
            String name,
            boolean active,
            String publicKey,
            List<KeyView> keys,
            List<String> categories,
            @Nullable String url) {
        static AgencyView of(Agency agency, Call call) {
            Agency.Endpoint endpoint = agency.endpoint();
            return new AgencyView(
                    agency.name(),
                    agency.active(),
                    agency.key().publicKey(),
                    agency.keys().stream()
                            .map(key -> new KeyView(key.publicKey(), key.from(), key.until()))
                            .toList(),
                    agency.categories().stream().sorted().toList(),
                    endpoint == null || call.role() == Role.MERCHANT
                            ? null
                            : endpoint.url().toString());
        }
    }

    /** A key and its time. */
    @Schema(name = "InspectionAgencyKey")
    record KeyView(String publicKey, Instant from, @Nullable Instant until) {}

    @Schema(name = "InspectionAgencies")
    record Register(List<AgencyView> items) {}

    /** Who changed an agency, and how it stood then. */
    @Schema(name = "InspectionAgencyChange")
    record ChangeView(long version, AgencyChange.Kind kind, String by, Instant at, Map<String, String> facts) {
        static ChangeView of(AgencyChange change) {
            return new ChangeView(change.version(), change.kind(), change.by().id(), change.at(), change.facts());
        }
    }

    @Schema(name = "InspectionAgencyHistory")
    record AgencyHistory(List<ChangeView> items) {}
}
