package io.ordercore.adapters.logistics;

/** A carrier's body is not what its documents say. */
final class UnreadableAnswerException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableAnswerException(String why) {
        super(why);
    }
}
