package io.ordercore.application.catalog.listing;

import io.ordercore.application.Transactions;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.catalog.listing.Revision;
import io.ordercore.domain.catalog.review.AutomaticReview;
import io.ordercore.domain.catalog.review.Finding;
import io.ordercore.domain.catalog.review.FindingCode;
import io.ordercore.domain.catalog.review.Review;
import io.ordercore.domain.catalog.review.ReviewFacts;
import io.ordercore.domain.catalog.review.ReviewSubject;
import io.ordercore.domain.catalog.review.RuleSetText;
import io.ordercore.domain.catalog.review.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class ManageRulesService implements ManageRules {
    private static final int PAGE = 500;
    private static final int MOST_EXAMPLES = 20;

    private final Transactions transactions;
    private final ListingStore store;
    private final RulesInForce rules;

    ManageRulesService(Transactions transactions, ListingStore store, RulesInForce rules) {
        this.transactions = transactions;
        this.store = store;
        this.rules = rules;
    }

    @Override
    public String current() {
        return rules.current().rules().version();
    }

    @Override
    public List<String> versions() {
        return Stream.concat(
                        Arrays.stream(ShippedRules.values()).map(ShippedRules::version),
                        store.ruleSets().versions().stream())
                .distinct()
                .toList();
    }

    @Override
    public String text(String version) {
        return Arrays.stream(ShippedRules.values())
                .filter(shipped -> shipped.version().equals(version))
                .map(ShippedRules::text)
                .findFirst()
                .or(() -> store.ruleSets().text(version))
                .orElseThrow(() -> new IllegalArgumentException("no rule set " + version));
    }

    @Override
    public String add(String text) {
        String version = RuleSetText.read(text).version();
        if (ShippedRules.isShipped(version)) {
            throw new IllegalArgumentException("the version " + version + " comes with the product");
        }
        transactions.run(() -> store.ruleSets().add(version, text));
        return version;
    }

    @Override
    public void choose(String version) {
        AutomaticReview known = rules.by(version);
        transactions.run(() -> store.ruleSets().choose(known.rules().version()));
    }

    @Override
    public DryRun tryOnLive(String version) {
        AutomaticReview automatic = rules.by(version);
        Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        Map<FindingCode, Long> findings = new EnumMap<>(FindingCode.class);
        List<ListingId> examples = new ArrayList<>();
        long count = 0;
        List<Listing> page = store.listings().list(null, null, PAGE);
        while (!page.isEmpty()) {
            List<LiveListings.Entry> entries =
                    page.stream().flatMap(ManageRulesService::live).toList();
            List<ReviewFacts> facts = store.liveListings().factsFor(entries);
            for (int i = 0; i < entries.size(); i++) {
                Review review =
                        automatic.review(new ReviewSubject(entries.get(i).content(), facts.get(i)));
                verdicts.merge(review.verdict(), 1L, Long::sum);
                review.findings().stream()
                        .map(Finding::code)
                        .distinct()
                        .forEach(code -> findings.merge(code, 1L, Long::sum));
                if (review.verdict() != Verdict.PASS && examples.size() < MOST_EXAMPLES) {
                    examples.add(entries.get(i).listing());
                }
            }
            count += entries.size();
            page = store.listings().list(null, page.get(page.size() - 1).id(), PAGE);
        }
        return new DryRun(version, count, verdicts, findings, examples);
    }

    private static Stream<LiveListings.Entry> live(Listing listing) {
        Revision live = listing.live();
        return listing.isOnSale() && live != null
                ? Stream.of(new LiveListings.Entry(listing.id(), listing.merchant(), live.content()))
                : Stream.empty();
    }
}
