package io.ordercore.domain.credit;

import io.ordercore.domain.credit.Evidence.OrderOutcome;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * All the platform keeps of a merchant's credit between two events; small, and the same for ten orders and for ten million.
 *
 * @param cleanRun mature orders in a row without the merchant's fault, since the tier was set
 * @param upTo the latest day evidence counted on
 */
public record MerchantCredit(Tally tally, Drift drift, int cleanRun, Standing standing, LocalDate upTo) {
    /** By the day it may count, then by identifier: the order in which time would have told it. */
    public static final Comparator<Evidence> ORDER_OF_KNOWING =
            Comparator.comparing(Evidence::knownOn).thenComparing(Evidence::id);

    private static final long YEARS_OF_WEIGHT_PER_MILLE = 1_405;

    /** A merchant the platform has just met. */
    public static MerchantCredit newcomer(LocalDate since) {
        return new MerchantCredit(Tally.EMPTY, Drift.NONE, 0, Standing.newcomer(since), since);
    }

    /** Whether evidence can be added as it comes. Older evidence still adds up, yet drift and clean run need a replay. */
    public boolean isFollowedBy(Evidence evidence) {
        return !evidence.knownOn().isBefore(upTo);
    }

    /** After one more piece of evidence; constant time. */
    public MerchantCredit with(Evidence evidence, CreditNorms norms) {
        Tally next = tally.with(evidence, norms);
        LocalDate later = evidence.knownOn().isAfter(upTo) ? evidence.knownOn() : upTo;
        if (!(evidence instanceof OrderOutcome order)) {
            return new MerchantCredit(next, drift, cleanRun, standing, later);
        }
        boolean bad = order.countsAgainstMerchant();
        long yearly = next.orderWeight() / FixedPoint.ONE * YEARS_OF_WEIGHT_PER_MILLE / 1000;
        Drift drifted = drift.after(norms.expected(order.category(), order.lane()), bad, yearly);
        return new MerchantCredit(next, drifted, bad ? 0 : cleanRun + 1, standing, later);
    }

    /** The score of a day. */
    public CreditScore score(CreditNorms norms, LocalDate on) {
        return CreditScore.of(tally, norms, on);
    }

    /** After the evaluation of a day. A new tier starts a new clean run. */
    public MerchantCredit evaluated(CreditNorms norms, LocalDate on) {
        Standing next = standing.evaluated(score(norms, on), cleanRun);
        return new MerchantCredit(tally, drift, next.tier() == standing.tier() ? cleanRun : 0, next, upTo);
    }

    /** The same merchant under new norms: its evidence up to now, added up again. */
    public MerchantCredit under(CreditNorms norms, Iterable<? extends Evidence> evidence) {
        return new MerchantCredit(Tally.of(evidence, norms), drift, cleanRun, standing, upTo);
    }

    /**
     * Everything again from the evidence, whichever order it is handed over in: what happened before a day is known to that
     * day's evaluation. This is what an accepted appeal, a late arrival and an audit do.
     *
     * @param norms by the day they came into force, the first one on or before every piece of evidence's day of counting
     * @param evaluations the days on which the platform evaluated
     */
    public static MerchantCredit replayed(
            LocalDate since,
            Collection<? extends Evidence> evidence,
            Collection<CreditNorms> norms,
            SortedSet<LocalDate> evaluations) {
        NavigableMap<LocalDate, CreditNorms> published = new TreeMap<>();
        norms.forEach(each -> published.put(each.reference(), each));
        List<? extends Evidence> inOrder =
                evidence.stream().sorted(ORDER_OF_KNOWING).toList();
        Replay replay = new Replay(newcomer(since), published, inOrder);
        Iterator<LocalDate> days = evaluations.iterator();
        while (days.hasNext()) {
            LocalDate day = days.next();
            replay.learnBefore(day);
            replay.evaluate(day);
        }
        replay.learnBefore(LocalDate.MAX);
        return replay.credit;
    }

    private static final class Replay {
        private final NavigableMap<LocalDate, CreditNorms> published;
        private final List<? extends Evidence> evidence;
        private MerchantCredit credit;
        private CreditNorms norms;
        private int learnt;

        Replay(
                MerchantCredit start,
                NavigableMap<LocalDate, CreditNorms> published,
                List<? extends Evidence> evidence) {
            this.credit = start;
            this.published = published;
            this.norms = published.firstEntry().getValue();
            this.evidence = evidence;
        }

        void learnBefore(LocalDate day) {
            while (learnt < evidence.size() && evidence.get(learnt).knownOn().isBefore(day)) {
                Evidence next = evidence.get(learnt);
                use(next.knownOn());
                credit = credit.with(next, norms);
                learnt++;
            }
        }

        void evaluate(LocalDate day) {
            use(day);
            credit = credit.evaluated(norms, day);
        }

        private void use(LocalDate day) {
            var entry = published.floorEntry(day);
            if (entry != null && !entry.getKey().equals(norms.reference())) {
                norms = entry.getValue();
                credit = credit.under(norms, evidence.subList(0, learnt));
            }
        }
    }
}
