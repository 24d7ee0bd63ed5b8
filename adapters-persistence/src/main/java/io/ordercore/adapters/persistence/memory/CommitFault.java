package io.ordercore.adapters.persistence.memory;

/** What can go wrong with a commit, to be asked for by tests. */
public enum CommitFault {
    /** Nothing is stored, and the caller is told so. */
    UNAVAILABLE,
    /** Everything is stored, but the caller is told that nobody knows. */
    UNKNOWN_BUT_STORED,
    /** Nothing is stored, but the caller is told that nobody knows. */
    UNKNOWN_AND_LOST
}
