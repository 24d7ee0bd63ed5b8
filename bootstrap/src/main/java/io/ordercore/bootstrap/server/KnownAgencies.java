package io.ordercore.bootstrap.server;

import io.ordercore.adapters.inspection.HttpInspectionAgency;
import io.ordercore.application.inspection.Agencies;
import io.ordercore.application.inspection.Agency;
import io.ordercore.application.inspection.InspectionAgency;
import io.ordercore.bootstrap.settings.InvalidSettingException;
import io.ordercore.domain.notice.webhook.WebhookSecret;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The inspection agencies the operator works with: {@code agencies.properties} in the data directory. Without the file nobody's
 * report is taken.
 *
 * <pre>
 * first-lab = MCowBQYDK2VwAyEA...                      its Ed25519 public key, X.509, Base64
 * first-lab.categories = kitchen, electrics            what it inspects; everything unless said
 * first-lab.url = https://lab.example/orders           where it takes orders; it looks at the list unless said
 * first-lab.secret = whsec_...                         by which orders are signed (Standard Webhooks)
 * </pre>
 */
record KnownAgencies(List<Agency> agencies, Map<String, HttpInspectionAgency.Endpoint> endpoints) {
    private static final String FILE = "agencies.properties";
    private static final String CATEGORIES = ".categories";
    private static final String URL = ".url";
    private static final String SECRET = ".secret";

    Agencies register() {
        return agencies.isEmpty() ? Agencies.NONE : Agencies.registered(agencies);
    }

    InspectionAgency gateway(Clock clock) {
        return endpoints.isEmpty() ? InspectionAgency.NONE : new HttpInspectionAgency(endpoints, clock);
    }

    static KnownAgencies in(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return new KnownAgencies(List.of(), Map.of());
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
            return read(lines);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSettingException(file + " must name agencies with their public keys in Base64, and with a"
                    + " URL a secret (whsec_ and Base64).");
        }
    }

    private static KnownAgencies read(Properties lines) {
        List<Agency> agencies = new ArrayList<>();
        Map<String, HttpInspectionAgency.Endpoint> endpoints = new HashMap<>();
        for (String name : lines.stringPropertyNames()) {
            if (name.endsWith(CATEGORIES) || name.endsWith(URL) || name.endsWith(SECRET)) {
                continue;
            }
            agencies.add(new Agency(name, lines.getProperty(name).strip(), categories(lines, name)));
            String url = lines.getProperty(name + URL);
            if (url != null) {
                WebhookSecret secret =
                        new WebhookSecret(lines.getProperty(name + SECRET, "").strip(), null);
                endpoints.put(name, new HttpInspectionAgency.Endpoint(URI.create(url.strip()), secret));
            }
        }
        return new KnownAgencies(agencies, endpoints);
    }

    private static Set<String> categories(Properties lines, String name) {
        return Arrays.stream(lines.getProperty(name + CATEGORIES, "").split(","))
                .map(String::strip)
                .filter(category -> !category.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
