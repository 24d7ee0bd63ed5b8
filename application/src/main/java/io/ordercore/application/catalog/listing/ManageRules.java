package io.ordercore.application.catalog.listing;

import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.review.FindingCode;
import io.ordercore.domain.catalog.review.Verdict;
import java.util.List;
import java.util.Map;

/** Keeps versions of the review's rules and tries them before they count. */
public interface ManageRules {
    /** The version in force. */
    String current();

    /** All versions, the shipped ones included. */
    List<String> versions();

    /**
     * A version as text.
     *
     * @throws IllegalArgumentException if there is none
     */
    String text(String version);

    /**
     * Keeps a version; it judges nothing yet.
     *
     * @return the version the text names
     * @throws IllegalArgumentException naming every bad line, or that the version exists with another text
     */
    String add(String text);

    /**
     * What all live listings would be told under a version. Changes nothing.
     *
     * @throws IllegalArgumentException if there is no such version
     */
    DryRun tryOnLive(String version);

    /**
     * Puts a version in force: it judges what is submitted from now on.
     *
     * @throws IllegalArgumentException if there is no such version
     */
    void choose(String version);

    /**
     * What a version would do.
     *
     * @param listings how many are live
     * @param examples up to 20 listings that would not pass
     */
    record DryRun(
            String version,
            long listings,
            Map<Verdict, Long> verdicts,
            Map<FindingCode, Long> findings,
            List<ListingId> examples) {}
}
