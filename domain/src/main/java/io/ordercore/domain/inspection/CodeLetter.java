package io.ordercore.domain.inspection;

/** The letter that lot size and inspection level lead to (MIL-STD-105E, Table I). There is no I and no O. */
public enum CodeLetter {
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    J,
    K,
    L,
    M,
    N,
    P,
    Q,
    R;

    /**
     * The letter for a lot.
     *
     * @throws IllegalArgumentException for a lot of fewer than two units: there is nothing to sample
     */
    public static CodeLetter of(int lotSize, InspectionLevel level) {
        return MasterTables.STANDARD.codeLetter(lotSize, level);
    }
}
