package io.ordercore.adapters.rest.modification;

import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.domain.modification.Agreement;
import io.ordercore.domain.modification.Alternative;
import io.ordercore.domain.modification.Approver;
import io.ordercore.domain.modification.ChangeKind;
import io.ordercore.domain.modification.Quote;
import io.ordercore.domain.modification.QuoteProblem;
import io.ordercore.domain.modification.QuotedLine;
import io.ordercore.domain.modification.RuledChange;
import io.ordercore.domain.modification.Ruling;
import io.ordercore.domain.modification.RulingReason;
import io.ordercore.domain.modification.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A quote as it is shown. Where a parcel would go is not repeated.
 *
 * @param feasible whether it can go ahead once everybody agreed
 * @param taxBefore what of {@code payableBefore} is tax, by where the order goes now
 * @param taxAfter what of {@code payableAfter} is tax, by where it will go
 * @param agreements what the buyer must agree to
 * @param alternatives the other ways, each with its fee; a fee that is absent an agent tells
 * @param way how, when it is not done in place; what the goods cost more is then settled when the parcels are back
 * @param parcels numbers of the fulfilments the carrier is asked to stop or turn
 * @param recalls numbers of the fulfilments the warehouse has to give back
 */
@Schema(name = "ModificationQuote")
record QuoteView(
        boolean feasible,
        Ruling ruling,
        Set<RulingReason> reasons,
        List<Change> changes,
        List<Line> lines,
        SignedMoney goodsDifference,
        SignedMoney shippingDifference,
        MoneyBody fee,
        MoneyBody payableBefore,
        MoneyBody payableAfter,
        MoneyBody taxBefore,
        MoneyBody taxAfter,
        MoneyBody due,
        MoneyBody refund,
        boolean buyerMustAgree,
        List<Agreement> agreements,
        Set<Approver> approvers,
        List<Way> alternatives,
        List<Integer> recalls,
        @Nullable Alternative way,
        Set<Integer> parcels,
        long baseVersion,
        String policy,
        Instant until) {

    static QuoteView of(Quote quote) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < quote.changes().size(); i++) {
            int index = i;
            changes.add(Change.of(
                    quote.changes().get(i),
                    quote.problems().stream()
                            .filter(problem -> problem.change() == index)
                            .map(QuoteProblem::reason)
                            .toList()));
        }
        return new QuoteView(
                quote.isFeasible(),
                quote.overall().ruling(),
                quote.overall().reasons(),
                changes,
                quote.lines().stream().map(Line::of).toList(),
                SignedMoney.of(quote.goodsDifference()),
                SignedMoney.of(quote.shippingDifference()),
                MoneyBody.of(quote.fee()),
                MoneyBody.of(quote.payableBefore()),
                MoneyBody.of(quote.payableAfter()),
                MoneyBody.of(quote.taxBefore()),
                MoneyBody.of(quote.taxAfter()),
                MoneyBody.of(quote.due()),
                MoneyBody.of(quote.refund()),
                quote.overall().consent(),
                quote.agreements().stream().sorted().toList(),
                quote.overall().approvers(),
                ways(quote),
                quote.recalls(),
                quote.way(),
                quote.parcels().keySet(),
                quote.baseVersion(),
                quote.policy(),
                quote.until());
    }

    static List<Way> ways(Quote quote) {
        return quote.alternatives().stream()
                .map(it -> new Way(it.way(), MoneyBody.ofNullable(it.fee())))
                .toList();
    }

    /** One thing asked for, how far its goods are, and the ruling. */
    @Schema(name = "RuledChange")
    record Change(
            ChangeKind kind,
            @Nullable Integer line,
            Stage stage,
            Ruling ruling,
            Set<RulingReason> reasons,
            List<QuoteProblem.Reason> problems) {
        static Change of(RuledChange ruled, List<QuoteProblem.Reason> problems) {
            return new Change(
                    ruled.change().kind(),
                    ruled.change().line(),
                    ruled.stage(),
                    ruled.ruled().ruling(),
                    ruled.ruled().reasons(),
                    problems);
        }
    }

    /** What happens to a line; 0 is a new one. */
    @Schema(name = "QuotedLine")
    record Line(
            int line, String sku, String title, MoneyBody unitPrice, int before, int after, SignedMoney difference) {
        static Line of(QuotedLine it) {
            return new Line(
                    it.line(),
                    it.sku().value(),
                    it.title(),
                    MoneyBody.of(it.unitPrice()),
                    it.before(),
                    it.after(),
                    SignedMoney.of(it.difference()));
        }
    }

    /** Another way, and its fee. */
    @Schema(name = "Alternative")
    record Way(Alternative way, @Nullable MoneyBody fee) {}
}
