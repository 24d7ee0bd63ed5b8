package io.ordercore.adapters.rest.catalog;

import io.ordercore.adapters.rest.Violation;
import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.catalog.listing.Reviewed;
import io.ordercore.domain.catalog.listing.Revision;
import io.ordercore.domain.catalog.listing.Ruling;
import io.ordercore.domain.catalog.review.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A listing as its merchant and the reviewers see it.
 *
 * @param live what buyers see
 * @param open what is being written or reviewed, or was refused last
 * @param changes in which fields the open revision differs from the live one
 */
@Schema(name = "Listing")
record ListingView(
        String id,
        String merchant,
        long version,
        boolean onSale,
        @Nullable RevisionView live,
        @Nullable RevisionView open,
        List<Change> changes) {

    /** One revision; findings and reasons in the reader's language. */
    @Schema(name = "ListingRevision")
    record RevisionView(
            int number,
            String status,
            String since,
            ListingBody content,
            @Nullable String verdict,
            List<FindingView> findings,
            List<Reason> reasons,
            @Nullable String note) {}

    /** One thing the automatic review found. */
    @Schema(name = "ListingFinding")
    record FindingView(
            String code, String severity, String field, String value, String limit, String ruleVersion, String text) {}

    /** Why a reviewer sent the revision back. */
    @Schema(name = "ReviewReason")
    record Reason(String code, String text) {}

    /** One field in which two revisions differ. */
    @Schema(name = "ListingChange")
    record Change(
            String field, @Nullable Object live, @Nullable Object open) {}

    static ListingView of(Listing listing, Locale locale) {
        return new ListingView(
                listing.id().value(),
                listing.merchant().value(),
                listing.version(),
                listing.isOnSale(),
                view(listing.live(), locale),
                view(listing.open(), locale),
                changes(listing.live(), listing.open()));
    }

    static FindingView finding(Finding finding, Locale locale) {
        String text = new Violation(
                        finding.field(),
                        Violation.reason(finding.code()).code(),
                        Map.of("value", finding.value(), "limit", finding.limit()))
                .detail(locale);
        return new FindingView(
                finding.code().name(),
                finding.severity().name(),
                finding.field(),
                finding.value(),
                finding.limit(),
                finding.ruleVersion(),
                text);
    }

    private static @Nullable RevisionView view(@Nullable Revision revision, Locale locale) {
        if (revision == null) {
            return null;
        }
        Instant since = revision.since();
        Reviewed reviewed = revision.reviewed();
        Ruling ruling = revision.ruling();
        return new RevisionView(
                revision.number(),
                revision.status().name(),
                since.toString(),
                ListingBody.of(revision.content()),
                reviewed == null ? null : reviewed.review().verdict().name(),
                reviewed == null
                        ? List.of()
                        : reviewed.review().findings().stream()
                                .map(finding -> finding(finding, locale))
                                .toList(),
                ruling == null ? List.of() : reasons(ruling, locale),
                ruling == null ? null : ruling.note());
    }

    static List<Reason> reasons(Ruling ruling, Locale locale) {
        return ruling.reasons().stream()
                .sorted()
                .map(Violation::reason)
                .map(reason -> new Reason(reason.code(), reason.detail(locale)))
                .toList();
    }

    private static List<Change> changes(@Nullable Revision live, @Nullable Revision open) {
        if (live == null || open == null) {
            return List.of();
        }
        ListingBody was = ListingBody.asSaid(live.content());
        ListingBody is = ListingBody.asSaid(open.content());
        List<Change> changes = new ArrayList<>();
        compare("title", was.title(), is.title(), changes);
        compare("description", was.description(), is.description(), changes);
        compare("category", was.category(), is.category(), changes);
        compare("brand", was.brand(), is.brand(), changes);
        compare("gtin", was.gtin(), is.gtin(), changes);
        compare("attributes", was.attributes(), is.attributes(), changes);
        compare("pictures", was.pictures(), is.pictures(), changes);
        compare("variants", was.variants(), is.variants(), changes);
        return changes;
    }

    private static void compare(String field, @Nullable Object live, @Nullable Object open, List<Change> changes) {
        if (!Objects.equals(live, open)) {
            changes.add(new Change(field, live, open));
        }
    }
}
