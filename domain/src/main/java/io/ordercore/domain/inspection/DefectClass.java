package io.ordercore.domain.inspection;

/** What a defect does to its user; each class is sampled, judged and switched on its own. */
public enum DefectClass {
    /** Endangers somebody, or breaks the law. One is one too many. */
    CRITICAL,
    /** The goods fail at what they are for. */
    MAJOR,
    /** The goods work, though not as described. */
    MINOR
}
