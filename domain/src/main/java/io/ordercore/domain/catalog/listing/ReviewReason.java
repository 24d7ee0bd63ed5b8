package io.ordercore.domain.catalog.listing;

/** Why a reviewer sent a revision back or refused it. Names are stable: they are stored and translated by them. */
public enum ReviewReason {
    INCOMPLETE,
    MISLEADING,
    WRONG_CATEGORY,
    FORBIDDEN_WORDING,
    FORBIDDEN_GOODS,
    POOR_PICTURES,
    RIGHTS_OF_OTHERS,
    DOUBTFUL_PRICE,
    DUPLICATE,
    CONTACT_DETAILS
}
