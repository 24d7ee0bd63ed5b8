package io.ordercore.domain.aftersale;

/** Why goods go back, or should have come. The names are stable. */
public enum Reason {
    CHANGED_MIND,
    WRONG_SIZE,
    NOT_AS_DESCRIBED,
    DEFECTIVE,
    /** Broken on the way. */
    DAMAGED,
    /** Something else was in the parcel. */
    WRONG,
    /** It was not in the parcel. */
    MISSING,
    /** The parcel never came. */
    LOST
}
