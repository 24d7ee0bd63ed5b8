package io.ordercore.application.credit;

import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.credit.KeptEvidence;
import io.ordercore.domain.credit.Owner;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every piece of evidence ever learnt, by merchant and identifier; never removed. */
public interface EvidenceFiles {
    /** Adds a piece; false, and nothing is changed, if the merchant has one of that identifier. */
    boolean add(KeptEvidence piece);

    Optional<KeptEvidence> find(MerchantId merchant, String id);

    /** All that counts, in no order. */
    List<Evidence> counting(MerchantId merchant);

    /**
     * Pieces, the latest learnt first.
     *
     * @param after the identifier of the last one of the page before; null for the first page
     */
    List<KeptEvidence> list(MerchantId merchant, @Nullable String after, int limit);

    /** Gives a piece to another owner, after an accepted appeal. */
    void give(MerchantId merchant, String id, Owner owner);

    /** From now on a piece counts no longer: what it rested on was corrected. */
    void withdraw(MerchantId merchant, String id);

    /** Walks over everything that counts, of all merchants, one merchant after the other. */
    void forEach(Consumer<KeptEvidence> work);
}
