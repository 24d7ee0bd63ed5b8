package io.ordercore.adapters.logistics;

import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CarrierGateway;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The adapters of this module, each made from an installation's settings. */
public final class ConfiguredCarriers {
    /** Codes of the carriers that can be connected by settings alone. */
    public static final Set<String> CODES = Set.of(
            "kuaidi100", "sf-express", "dhl-unified", "dhl-express", "fedex", "canada-post", "easypost", "aftership");

    private ConfiguredCarriers() {}

    /**
     * Connects with a carrier. Every carrier takes {@code url}, for its sandbox; without it the production address is used.
     *
     * @param settings names without the carrier's code, as {@code docs/guides/connect-a-carrier.md} lists them
     * @throws IllegalArgumentException naming the setting that is missing, or if {@code code} is none of {@link #CODES}
     */
    public static CarrierGateway connect(String code, Map<String, String> settings, CallBudgets budgets, Clock clock) {
        Values of = new Values(code, settings);
        return switch (code) {
            case "kuaidi100" ->
                new Kuaidi100(
                        new Kuaidi100.Account(
                                of.url("https://poll.kuaidi100.com"),
                                of.url("https://api.kuaidi100.com"),
                                of.text("customer"),
                                of.text("key"),
                                of.text("secret"),
                                of.text("salt"),
                                of.text("callback-url"),
                                Duration.ofMinutes(30)),
                        budgets,
                        clock);
            case "sf-express" ->
                new SfExpress(
                        new SfAccount(
                                of.url("https://bspgw.sf-express.com"),
                                of.text("partner-id"),
                                of.text("checkword"),
                                of.text("monthly-card")),
                        budgets,
                        clock,
                        () -> UUID.randomUUID().toString());
            case "dhl-unified" ->
                new DhlUnified(
                        new DhlUnified.Account(
                                of.url("https://api-eu.dhl.com"), of.text("api-key"), of.text("service", "")),
                        budgets,
                        clock);
            case "dhl-express" ->
                new DhlExpress(
                        new DhlExpress.Account(
                                of.url("https://xmlpi-ea.dhl.com"), of.text("site-id"), of.text("password")),
                        budgets,
                        clock);
            case "fedex" ->
                new FedEx(
                        new FedExAccount(
                                of.url("https://apis.fedex.com"),
                                of.text("client-id"),
                                of.text("client-secret"),
                                of.text("account-number"),
                                of.text("service", "")),
                        budgets,
                        clock);
            case "canada-post" ->
                new CanadaPost(
                        new CanadaPost.Account(
                                of.url("https://soa-gw.canadapost.ca"),
                                of.text("user"),
                                of.text("password"),
                                of.text("customer-number", ""),
                                of.text("service", "DOM.EP")),
                        budgets,
                        clock);
            case "easypost" ->
                new EasyPost(
                        new EasyPost.Account(
                                of.url("https://api.easypost.com"),
                                of.text("api-key"),
                                of.text("webhook-secret"),
                                of.text("contact-email"),
                                of.text("carrier-account", ""),
                                of.text("service", "")),
                        budgets,
                        clock);
            case "aftership" ->
                new AfterShip(
                        new AfterShip.Account(
                                of.url("https://api.aftership.com"), of.text("api-key"), of.text("webhook-secret", "")),
                        budgets,
                        clock);
            default -> throw new IllegalArgumentException("no adapter is built in for " + code);
        };
    }

    private record Values(String code, Map<String, String> settings) {
        String text(String name) {
            String value = settings.get(name);
            if (value == null || value.isBlank()) {
                throw new IllegalArgumentException(code + "." + name + " is missing");
            }
            return value.strip();
        }

        String text(String name, String otherwise) {
            return settings.containsKey(name) ? text(name) : otherwise;
        }

        URI url(String production) {
            return URI.create(text("url", production));
        }
    }
}
