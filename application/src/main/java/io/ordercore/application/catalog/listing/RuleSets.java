package io.ordercore.application.catalog.listing;

import java.util.List;
import java.util.Optional;

/** Versions of the review's rules, as texts; a version never changes. */
public interface RuleSets {
    Optional<String> text(String version);

    List<String> versions();

    /** The version in force; empty while nobody chose one. */
    Optional<String> current();

    /**
     * Keeps a version.
     *
     * @throws IllegalArgumentException if the version is kept with another text
     */
    void add(String version, String text);

    /** Puts a kept version in force. */
    void choose(String version);
}
