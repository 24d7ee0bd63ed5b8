package io.ordercore.application.credit;

import io.ordercore.application.catalog.Sellers;
import io.ordercore.domain.catalog.SellingTerms;
import io.ordercore.domain.credit.CreditEntry;
import io.ordercore.domain.credit.CreditFile;
import io.ordercore.domain.credit.CreditNorms;
import io.ordercore.domain.credit.CreditScore;
import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.credit.KeptEvidence;
import io.ordercore.domain.credit.MerchantCredit;
import io.ordercore.domain.credit.ReasonCode;
import io.ordercore.domain.credit.Sanction;
import io.ordercore.domain.credit.SanctionLadder;
import io.ordercore.domain.credit.SanctionRule;
import io.ordercore.domain.credit.Terms;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a merchant's file: what is learnt is added, what arrives late is put where it belongs by a replay, and what follows from
 * it (sanctions, history, selling terms) is written in the same transaction. Everything here runs in the caller's.
 */
final class Learning {
    private static final Set<SanctionRule> OF_TIERS = EnumSet.of(SanctionRule.TIER_C, SanctionRule.TIER_D);
    private static final Set<SanctionRule> AT_EVALUATIONS =
            EnumSet.of(SanctionRule.TIER_C, SanctionRule.TIER_D, SanctionRule.LINE_CROSSED);

    private final CreditBooks books;
    private final Sellers sellers;
    private final History history;

    Learning(CreditBooks books, Sellers sellers, History history) {
        this.books = books;
        this.sellers = sellers;
        this.history = history;
    }

    /** A merchant's file under the norms of the day; a new one for a merchant nobody has met. */
    CreditFile load(MerchantId merchant, Instant now) {
        CreditNorms norms = norms(day(now));
        CreditFile file = books.credits()
                .find(merchant)
                .orElseGet(() -> CreditFile.opened(merchant, day(now), norms.reference(), now));
        return file.norms().equals(norms.reference())
                ? file
                : file.with(file.credit().under(norms, books.evidence().counting(merchant)), norms.reference());
    }

    /** Learns a piece of evidence; one that is known already changes nothing. */
    void learn(MerchantId merchant, Evidence piece, Instant now) {
        CreditFile before = load(merchant, now);
        if (!books.evidence().add(KeptEvidence.learnt(merchant, piece, now))) {
            return;
        }
        CreditFile after = isInTime(before, piece)
                ? before.with(before.credit().with(piece, norms(day(now))), before.norms())
                : replayed(before, now);
        if (piece.isAgainstMerchant()) {
            history.against(piece, points(before, now), points(after, now), merchant, now);
            after = after.sanctioned(due(after, now, rule -> !OF_TIERS.contains(rule), piece.code()), now);
        }
        if (after.credit().drift().alarms() > before.credit().drift().alarms()) {
            history.tell(merchant, now, CreditEntry.Kind.DRIFT_SUSPECTED, Map.of());
        }
        save(before, after, now);
    }

    /**
     * Learns that something was wrong: it counts as if it had never been, and in its place what is right, if anything. Measures
     * that have lost their ground end.
     */
    void corrected(MerchantId merchant, String wrong, @Nullable Evidence right, Instant now) {
        if (books.evidence().find(merchant, wrong).isEmpty()) {
            return;
        }
        CreditFile before = load(merchant, now);
        books.evidence().withdraw(merchant, wrong);
        if (right != null) {
            books.evidence().add(KeptEvidence.learnt(merchant, right, now));
        }
        CreditFile after = replayed(before, now);
        history.corrected(merchant, wrong, right, points(before, now), points(after, now), now);
        after = after.liftedUnlessDue(due(after, now), rule -> true, now);
        if (right != null && right.isAgainstMerchant()) {
            after = after.sanctioned(due(after, now, rule -> !OF_TIERS.contains(rule), right.code()), now);
        }
        save(before, after, now);
    }

    /** The evaluation of a day, with everything known before it. The day is among the platform's already. */
    void evaluate(MerchantId merchant, Instant now) {
        CreditFile before = load(merchant, now);
        CreditFile after = replayed(before, now);
        List<Sanction> due = due(after, now);
        after = after.liftedUnlessDue(due, OF_TIERS::contains, now)
                .sanctioned(
                        due.stream()
                                .filter(sanction -> AT_EVALUATIONS.contains(sanction.rule()))
                                .toList(),
                        now);
        history.evaluated(after, points(after, now), now);
        save(before, after, now);
    }

    /** Whether some product of the merchant's is inspected no longer, until its correction is approved. */
    void discontinued(MerchantId merchant, boolean discontinued, Instant now) {
        CreditFile before = load(merchant, now);
        if (before.discontinued() == discontinued) {
            return;
        }
        CreditFile after = before.discontinued(discontinued);
        List<Sanction> due = due(after, now);
        save(
                before,
                after.liftedUnlessDue(due, rule -> rule == SanctionRule.INSPECTION_DISCONTINUED, now)
                        .sanctioned(
                                due.stream()
                                        .filter(it -> it.rule() == SanctionRule.INSPECTION_DISCONTINUED)
                                        .toList(),
                                now),
                now);
    }

    /** Deals with the sanctions that ended by themselves. */
    void endSanctions(MerchantId merchant, Instant now) {
        CreditFile before = load(merchant, now);
        before.endedBy(now)
                .forEach(sanction -> history.sanction(merchant, CreditEntry.Kind.SANCTION_ENDED, sanction, now));
        save(before, before.assessed(now), now);
    }

    /** Stores a changed file, tells its history, and lets the merchant sell on its new terms. */
    void save(CreditFile before, CreditFile after, Instant now) {
        history.changes(before, after, now);
        books.credits().save(after.next());
        Terms terms = after.terms(now);
        SellingTerms selling = new SellingTerms(
                after.merchant(), terms.exposure(), terms.ordersPerDay(), terms.newListings(), terms.campaigns());
        if (!selling.equals(sellers.find(after.merchant()))) {
            sellers.save(selling);
        }
    }

    /** The same merchant with everything again from its evidence. */
    CreditFile replayed(CreditFile file, Instant now) {
        MerchantCredit credit = MerchantCredit.replayed(
                file.since(),
                books.evidence().counting(file.merchant()),
                books.yardsticks().norms(),
                books.yardsticks().evaluations().tailSet(file.since()));
        CreditNorms norms = norms(day(now));
        return file.with(credit.under(norms, books.evidence().counting(file.merchant())), norms.reference());
    }

    List<Sanction> due(CreditFile file, Instant now) {
        return SanctionLadder.due(score(file, now), file.tier(), file.discontinued(), now);
    }

    /** What is due because of the like of one piece of evidence: the event sets its own measures, once. */
    private List<Sanction> due(CreditFile file, Instant now, Predicate<SanctionRule> rules, ReasonCode reason) {
        return due(file, now).stream()
                .filter(sanction -> rules.test(sanction.rule()) && sanction.reason() == reason)
                .toList();
    }

    CreditScore score(CreditFile file, Instant now) {
        return file.credit().score(norms(day(now)), day(now));
    }

    int points(CreditFile file, Instant now) {
        return score(file, now).points();
    }

    /** The norms in force on a day; those to start with where nothing was published yet. */
    CreditNorms norms(LocalDate day) {
        List<CreditNorms> all = books.yardsticks().norms();
        if (all.isEmpty()) {
            CreditNorms starting = CreditNorms.starting(day.withDayOfMonth(1));
            books.yardsticks().publish(starting);
            return starting;
        }
        CreditNorms inForce = all.get(0);
        for (CreditNorms norms : all) {
            if (!norms.reference().isAfter(day)) {
                inForce = norms;
            }
        }
        return inForce;
    }

    /** Later evidence would have been told to an evaluation that has been, or to the drift that is watched in order. */
    private static boolean isInTime(CreditFile file, Evidence piece) {
        return file.credit().isFollowedBy(piece)
                && !piece.knownOn().isBefore(file.credit().standing().evaluated());
    }

    static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
