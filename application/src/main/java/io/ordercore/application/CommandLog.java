package io.ordercore.application;

import java.time.Instant;

/**
 * Which commands were executed, and what was answered. A row is written in the transaction of the command's effect, so that
 * either both are there or neither; kept for 24 hours at least.
 */
public interface CommandLog {
    /**
     * Claims a key for the running transaction.
     *
     * @param fingerprint a digest of what is asked; the same key with another one is refused
     */
    Claim claim(CommandKey key, String fingerprint, Instant now);

    /** Remembers what was answered to a claimed command. */
    void record(CommandKey key, String answer);

    /** Gives a claim up: the command was not executed. */
    void forget(CommandKey key);

    /** Removes what is older than {@code before}; answers how many. */
    int forgetBefore(Instant before);

    /** What a claim found. */
    sealed interface Claim {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            R fresh();

            R replay(String answer);

            R otherCommand();

            R inProgress();
        }
    }

    /** Nobody used the key before: go ahead. */
    record Fresh() implements Claim {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.fresh();
        }
    }

    /** The same command was executed before; this is what was answered. */
    record Replay(String answer) implements Claim {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.replay(answer);
        }
    }

    /** The key belongs to another command. */
    record OtherCommand() implements Claim {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.otherCommand();
        }
    }

    /** The same command is being executed right now. */
    record InProgress() implements Claim {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.inProgress();
        }
    }
}
