package io.ordercore.adapters.logistics;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How this installation is known to FedEx: the API's client and the shipping account.
 *
 * @param service by which parcels go that name none, {@code FEDEX_GROUND} for example; empty if nothing is booked
 */
public record FedExAccount(URI url, String clientId, String clientSecret, String accountNumber, String service) {
    /** One that books nothing. */
    public FedExAccount(URI url, String clientId, String clientSecret, String accountNumber) {
        this(url, clientId, clientSecret, accountNumber, "");
    }

    public static FedExAccount inProduction(String clientId, String clientSecret, String accountNumber) {
        return new FedExAccount(URI.create("https://apis.fedex.com"), clientId, clientSecret, accountNumber);
    }

    HttpRequest.Builder tokenRequest() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", clientId);
        form.put("client_secret", clientSecret);
        return HttpRequest.newBuilder(url.resolve("/oauth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Payloads.form(form)));
    }

    @Override
    public String toString() {
        return "FedExAccount[" + accountNumber + "]";
    }
}
