package io.ordercore.domain.catalog.review;

import io.ordercore.domain.catalog.review.TermMatcher.Match;
import java.util.List;
import java.util.stream.Stream;

/**
 * The banned terms of a rule set and the phrases that excuse them: "最近" (recently) holds 最 (most) and claims nothing; a brand
 * may be called what an advertisement may not say.
 */
final class BannedTerms {
    private final List<RuleSet.Ban> bans;
    private final TermMatcher matcher;

    BannedTerms(List<RuleSet.Ban> bans, List<String> exempt) {
        this.bans = bans;
        matcher = new TermMatcher(Stream.concat(bans.stream().map(RuleSet.Ban::term), exempt.stream())
                .toList());
    }

    /** The banned terms a plain text holds, each once, where no exempt phrase covers them. */
    List<RuleSet.Ban> in(String plain) {
        List<Match> matches = matcher.matchesIn(plain);
        if (matches.isEmpty()) {
            return List.of();
        }
        List<Match> excuses = matches.stream().filter(match -> !isBan(match)).toList();
        return matches.stream()
                .filter(this::isBan)
                .filter(match -> excuses.stream().noneMatch(match::isWithin))
                .map(match -> bans.get(match.index()))
                .distinct()
                .toList();
    }

    private boolean isBan(Match match) {
        return match.index() < bans.size();
    }
}
