package io.ordercore.application.credit;

import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.party.MerchantId;

/** Adds evidence that a person or another system established: points for a breach of the rules, deceit, response times. */
public interface RecordEvidence {
    /** Learns it at once. A piece whose identifier the merchant's file has already changes nothing. */
    void learn(MerchantId merchant, Evidence piece);
}
