package io.ordercore.application.modification;

import io.ordercore.domain.modification.ChangeSetId;

/** There is no such change set. */
public final class UnknownChangeSetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownChangeSetException(ChangeSetId id) {
        super("there is no change set " + id);
    }
}
