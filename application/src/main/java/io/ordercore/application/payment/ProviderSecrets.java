package io.ordercore.application.payment;

import java.util.List;

/** With what payment providers sign their messages. */
@FunctionalInterface
public interface ProviderSecrets {
    /** Nobody is believed. */
    ProviderSecrets NONE = provider -> List.of();

    /** The secrets of a provider, 24 to 64 bytes each, the old one beside the new while they change; empty if unknown. */
    List<byte[]> of(String provider);
}
