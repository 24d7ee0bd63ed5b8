package io.ordercore.domain.inspection;

/** What earns reduced inspection. The other switches are the same in both standards. */
public enum SwitchingRule {
    /** ISO 2859-1, 9.3.3: a score of 30 on normal inspection. */
    SWITCHING_SCORE,
    /** MIL-STD-105E, 4.7.3: the preceding ten lots accepted, their defectives within a limit number. */
    TEN_LOTS
}
