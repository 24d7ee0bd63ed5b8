package io.ordercore.domain.catalog.review;

import io.ordercore.domain.catalog.CategoryPath;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One version of what the platform demands of listings: data, not code. Written as text, read by {@link RuleSetText}; a version,
 * once in force, never changes its content.
 */
public final class RuleSet {
    /** A category whose listings must state an attribute; empty units mean any unit or none. */
    record Demand(CategoryPath category, String attribute, Set<String> units) {}

    /** A banned term and what it is. */
    record Ban(FindingCode code, String term) {}

    private final String version;
    private final String language;
    private final Map<Limit, Long> limits;
    private final Map<FindingCode, Severity> severities;
    private final List<CategoryPath> categories;
    private final List<CategoryPath> secondReviewer;
    private final List<Demand> demands;
    private final Set<String> pictureTypes;
    private final Map<FindingCode, String> sourceAttributes;
    private final BannedTerms bannedTerms;

    private RuleSet(Builder builder) {
        version = builder.version;
        language = builder.language;
        limits = new EnumMap<>(builder.limits);
        severities = new EnumMap<>(builder.severities);
        categories = List.copyOf(builder.categories);
        secondReviewer = List.copyOf(builder.secondReviewer);
        demands = List.copyOf(builder.demands);
        pictureTypes = Set.copyOf(builder.pictureTypes);
        sourceAttributes = Map.copyOf(builder.sourceAttributes);
        bannedTerms = new BannedTerms(List.copyOf(builder.bans.values()), List.copyOf(builder.exempt));
    }

    /** For example {@code zh-2026-11}. */
    public String version() {
        return version;
    }

    /** The language its word lists are written in, ISO 639-1. */
    public String language() {
        return language;
    }

    /** In thousandths. */
    long limit(Limit limit) {
        return limits.getOrDefault(limit, limit.usual());
    }

    public Severity severity(FindingCode code) {
        return severities.getOrDefault(code, code.usual());
    }

    /** The jump that a change of a published price is; empty where it may pass unseen. */
    public Optional<PriceJump> jump(Money before, Money after) {
        long factor = PriceJump.factor(before, after);
        long limit = limit(Limit.PRICE_JUMP_FACTOR);
        return factor > 0 && factor <= limit ? Optional.empty() : Optional.of(new PriceJump(factor, limit, version));
    }

    /** Whether goods of this category need two reviewers to agree. */
    public boolean needsSecondReviewer(@Nullable CategoryPath category) {
        return category != null && secondReviewer.stream().anyMatch(category::isWithin);
    }

    /** Whether listings may stand in this category; a rule set without categories allows all. */
    boolean knows(CategoryPath category) {
        return categories.isEmpty() || categories.stream().anyMatch(category::isWithin);
    }

    List<Demand> demandsOf(CategoryPath category) {
        return demands.isEmpty()
                ? demands
                : demands.stream()
                        .filter(demand -> category.isWithin(demand.category()))
                        .toList();
    }

    Set<String> pictureTypes() {
        return pictureTypes;
    }

    /** The attribute that names the source of a claim and so puts it before a reviewer instead of refusing it. */
    @Nullable
    String sourceAttributeFor(FindingCode code) {
        return sourceAttributes.get(code);
    }

    BannedTerms bannedTerms() {
        return bannedTerms;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleSet that && version.equals(that.version);
    }

    @Override
    public int hashCode() {
        return version.hashCode();
    }

    @Override
    public String toString() {
        return "RuleSet[" + version + "]";
    }

    /** Collects what a text says, line by line. */
    static final class Builder {
        private String version = "";
        private String language = "";
        private final Map<Limit, Long> limits = new EnumMap<>(Limit.class);
        private final Map<FindingCode, Severity> severities = new EnumMap<>(FindingCode.class);
        private final Set<CategoryPath> categories = new LinkedHashSet<>();
        private final Set<CategoryPath> secondReviewer = new LinkedHashSet<>();
        private final Set<Demand> demands = new LinkedHashSet<>();
        private final Set<String> pictureTypes = new LinkedHashSet<>();
        private final Map<FindingCode, String> sourceAttributes = new EnumMap<>(FindingCode.class);
        private final Map<String, Ban> bans = new LinkedHashMap<>();
        private final Set<String> exempt = new LinkedHashSet<>();

        void version(String text) {
            version = text;
        }

        void language(String text) {
            language = text;
        }

        void limit(Limit limit, long thousandths) {
            limits.put(limit, thousandths);
        }

        void severity(FindingCode code, Severity severity) {
            severities.put(code, severity);
        }

        void category(CategoryPath category) {
            categories.add(category);
        }

        void secondReviewer(CategoryPath category) {
            secondReviewer.add(category);
        }

        void demand(CategoryPath category, String attribute, Collection<String> units) {
            demands.add(new Demand(category, attribute, Set.copyOf(units)));
        }

        void pictureType(String type) {
            pictureTypes.add(type);
        }

        void sourced(FindingCode code, String attribute) {
            sourceAttributes.put(code, attribute);
        }

        void ban(FindingCode code, String term) {
            String plain = PlainText.of(term).strip();
            if (plain.isEmpty()) {
                throw new IllegalArgumentException("a banned term is not blank");
            }
            bans.putIfAbsent(plain, new Ban(code, plain));
        }

        void exempt(String phrase) {
            exempt.add(PlainText.of(phrase).strip());
        }

        RuleSet build() {
            if (version.isEmpty() || language.isEmpty()) {
                throw new IllegalArgumentException("a rule set names its version and its language");
            }
            return new RuleSet(this);
        }
    }
}
