package io.ordercore.domain.modification;

/** Why a change set would not do what was asked. The names are stable. */
public enum ChangeSetRefusal {
    /** It does not wait for this. */
    WRONG_STATUS,
    /** The quote has ended. */
    QUOTE_EXPIRED,
    /** Only the buyer agrees, or somebody who proves that the buyer did. */
    NOT_FOR_THE_BUYER_TO_SAY,
    /** Nobody asked for this one's approval. */
    NOT_AN_APPROVER
}
