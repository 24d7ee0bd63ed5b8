package io.ordercore.application.credit;

import io.ordercore.domain.credit.Appeal;
import io.ordercore.domain.credit.Owner;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hears merchants' objections to what stands in their files. */
public interface AppealEvidence {
    /**
     * Opens an appeal about one piece of evidence; sanctions that rest on the like of it pause until it is decided.
     *
     * @param statement what the merchant says, with references to its proof
     * @return empty if the merchant's file has no such piece
     */
    Optional<Outcome> open(MerchantId merchant, String evidence, String statement);

    /**
     * A person decides. Accepted, the piece is the other owner's, and the credit is what it would be had it never counted.
     *
     * @param owner whose it is; null rejects
     * @return empty if there is no such appeal
     */
    Optional<Outcome> decide(String appeal, @Nullable Owner owner, Actor by);

    Optional<Appeal> find(String appeal);

    /** Appeals, the earliest first; null for all merchants, and for the first page. */
    List<Appeal> list(@Nullable MerchantId merchant, boolean openOnly, @Nullable String after, int limit);

    /** What becomes of it. */
    sealed interface Outcome {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            R done(Appeal appeal);

            R refused(List<Appeal.Refusal> reasons);
        }
    }

    /** Opened or decided. */
    record Done(Appeal appeal) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.done(appeal);
        }
    }

    /** Nothing changes. */
    record Refused(List<Appeal.Refusal> reasons) implements Outcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(reasons);
        }
    }
}
