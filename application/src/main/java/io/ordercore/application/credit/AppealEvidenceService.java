package io.ordercore.application.credit;

import io.ordercore.application.Ids;
import io.ordercore.application.Transactions;
import io.ordercore.domain.credit.Appeal;
import io.ordercore.domain.credit.CreditEntry;
import io.ordercore.domain.credit.CreditFile;
import io.ordercore.domain.credit.KeptEvidence;
import io.ordercore.domain.credit.Owner;
import io.ordercore.domain.credit.ReasonCode;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.MerchantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

final class AppealEvidenceService implements AppealEvidence {
    private static final int MANY = 1_000;

    private final Transactions transactions;
    private final CreditBooks books;
    private final Learning learning;
    private final History history;
    private final Clock clock;
    private final Ids ids;

    AppealEvidenceService(
            Transactions transactions, CreditBooks books, Learning learning, History history, Clock clock, Ids ids) {
        this.transactions = transactions;
        this.books = books;
        this.learning = learning;
        this.history = history;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Optional<Outcome> open(MerchantId merchant, String evidence, String statement) {
        Instant now = now();
        return transactions.run(
                () -> books.evidence().find(merchant, evidence).map(piece -> opened(piece, statement, now)));
    }

    private Outcome opened(KeptEvidence piece, String statement, Instant now) {
        MerchantId merchant = piece.merchant();
        boolean before = appeals(merchant, false).stream()
                .anyMatch(other -> other.evidence().equals(piece.evidence().id()));
        List<Appeal.Refusal> refusals = Appeal.refusals(piece.toldAt(), piece.owner(), before, statement, now);
        if (!refusals.isEmpty()) {
            return new Refused(refusals);
        }
        Appeal appeal =
                Appeal.opened(ids.next().toString(), merchant, piece.evidence().id(), statement, now);
        books.appeals().save(appeal);
        tell(appeal, CreditEntry.Kind.APPEAL_OPENED, Map.of(), now);
        CreditFile file = learning.load(merchant, now);
        learning.save(file, file.paused(piece.evidence().code(), now), now);
        return new Done(appeal);
    }

    @Override
    public Optional<Outcome> decide(String id, @Nullable Owner owner, Actor by) {
        Instant now = now();
        return transactions.run(() -> books.appeals().find(id).map(appeal -> {
            if (appeal.state() != Appeal.State.OPEN) {
                return new Refused(List.of(Appeal.Refusal.ALREADY_DECIDED));
            }
            return decided(owner == null ? appeal.rejected(by, now) : appeal.accepted(by, owner, now), now);
        }));
    }

    private Outcome decided(Appeal appeal, Instant now) {
        books.appeals().save(appeal);
        MerchantId merchant = appeal.merchant();
        ReasonCode code = books.evidence()
                .find(merchant, appeal.evidence())
                .orElseThrow()
                .evidence()
                .code();
        CreditFile before = learning.load(merchant, now);
        CreditFile after = before;
        Owner owner = appeal.owner();
        if (owner == null) {
            tell(appeal, CreditEntry.Kind.APPEAL_REJECTED, Map.of(), now);
        } else {
            books.evidence().give(merchant, appeal.evidence(), owner);
            after = learning.replayed(before, now);
            Map<String, String> facts = Map.of(
                    "owner", owner.name(),
                    "pointsBefore", History.points(learning.points(before, now)),
                    "points", History.points(learning.points(after, now)));
            tell(appeal, CreditEntry.Kind.APPEAL_ACCEPTED, facts, now);
            after = after.liftedUnlessDue(learning.due(after, now), rule -> true, now);
        }
        boolean othersOpen = appeals(merchant, true).stream().anyMatch(other -> code == codeOf(other));
        learning.save(before, othersOpen ? after : after.resumed(code, now), now);
        return new Done(appeal);
    }

    private @Nullable ReasonCode codeOf(Appeal appeal) {
        return books.evidence()
                .find(appeal.merchant(), appeal.evidence())
                .map(piece -> piece.evidence().code())
                .orElse(null);
    }

    private List<Appeal> appeals(MerchantId merchant, boolean openOnly) {
        return books.appeals().list(merchant, openOnly, null, MANY);
    }

    @Override
    public Optional<Appeal> find(String appeal) {
        return books.appeals().find(appeal);
    }

    @Override
    public List<Appeal> list(@Nullable MerchantId merchant, boolean openOnly, @Nullable String after, int limit) {
        return books.appeals().list(merchant, openOnly, after, limit);
    }

    private void tell(Appeal appeal, CreditEntry.Kind kind, Map<String, String> more, Instant now) {
        Map<String, String> facts = new TreeMap<>(more);
        facts.put("appeal", appeal.id());
        facts.put("evidence", appeal.evidence());
        history.tell(appeal.merchant(), now, kind, facts);
    }

    private Instant now() {
        return clock.instant();
    }
}
