package io.ordercore.application;

import java.util.function.Supplier;

/**
 * Runs a write command at most once per key and answers every repetition alike. The command and the memory of its answer share
 * one transaction.
 */
public interface RunOnce {
    /**
     * Runs {@code command} unless its key was used before.
     *
     * @param fingerprint a digest of what is asked
     */
    Outcome run(CommandKey key, String fingerprint, Supplier<Attempt> command);

    /**
     * What a command did.
     *
     * @param answer to be given again on repetition, in the caller's own form
     * @param executed false for a refusal: it is not remembered, so that a later try decides anew
     */
    record Attempt(String answer, boolean executed) {}

    /** What becomes of the call. */
    sealed interface Outcome {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            R done(String answer);

            R replayed(String answer);

            R otherCommand();

            R inProgress();
        }
    }

    /** The command ran now. */
    record Done(String answer) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.done(answer);
        }
    }

    /** The command ran before. */
    record Replayed(String answer) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.replayed(answer);
        }
    }

    /** The key belongs to another command. */
    record OtherCommand() implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.otherCommand();
        }
    }

    /** The command is running right now. */
    record InProgress() implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.inProgress();
        }
    }
}
