package io.ordercore.application.logistics;

/**
 * A carrier's own words for an event.
 *
 * @param code as sent; where a carrier uses several codes at once they are joined by {@code /}, coarse code last
 * @param text the carrier's sentence, empty where it gives none; a few carriers need it to tell two meanings apart
 */
public record CarrierSignal(String code, String text) {}
