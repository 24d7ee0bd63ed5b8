package io.ordercore.domain.inspection;

/** Which of the three master tables applies. */
public enum Severity {
    NORMAL,
    TIGHTENED,
    REDUCED
}
