package io.ordercore.adapters.rest;

import io.ordercore.application.RunOnce;
import io.ordercore.application.StaleVersionException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a command at most once per {@code Idempotency-Key} (IETF draft-ietf-httpapi-idempotency-key-header-07). Success is
 * remembered with status, headers and body; a refusal is not.
 */
@Singleton
public class Once {
    static final String REPLAYED = "Idempotency-Replayed";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int MOST_ATTEMPTS = 10;

    private final RunOnce runOnce;

    @Inject
    public Once(RunOnce runOnce) {
        this.runOnce = runOnce;
    }

    /**
     * Runs {@code command}, or gives the answer it got before. When something changes under its hands (the platform keeps its own
     * books meanwhile) and the caller named no version, nothing of it is stored, and it is decided anew on what is there now.
     */
    public Response run(Call call, byte @Nullable [] body, Supplier<Answer> command) {
        return untilFresh(call, () -> tried(call, body, command));
    }

    /** The same for what may be repeated without a key. */
    public static <T> T untilFresh(Call call, Supplier<T> attempt) {
        return call.mustExist() ? attempt.get() : untilFresh(attempt);
    }

    static <T> T untilFresh(Supplier<T> attempt) {
        for (int attempts = 1; attempts < MOST_ATTEMPTS; attempts++) {
            try {
                return attempt.get();
            } catch (StaleVersionException changedMeanwhile) {
                // The next attempt reads what it is now.
            }
        }
        return attempt.get();
    }

    private Response tried(Call call, byte @Nullable [] body, Supplier<Answer> command) {
        return runOnce.run(call.commandKey(), call.fingerprint(body == null ? new byte[0] : body), () -> {
                    Answer answer = command.get();
                    return new RunOnce.Attempt(Json.text(answer), !answer.refuses());
                })
                .decide(new RunOnce.Outcome.Cases<Answer>() {
                    @Override
                    public Answer done(String answer) {
                        return Json.read(answer, Answer.class);
                    }

                    @Override
                    public Answer replayed(String answer) {
                        return asReplay(Json.read(answer, Answer.class));
                    }

                    @Override
                    public Answer otherCommand() {
                        return Once.otherCommand().answer(call.locale());
                    }

                    @Override
                    public Answer inProgress() {
                        return Once.inProgress().answer(call.locale());
                    }
                })
                .response();
    }

    public static Answer asReplay(Answer answer) {
        return answer.with(REPLAYED, "true");
    }

    public static Problem otherCommand() {
        return Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
    }

    public static Problem inProgress() {
        return Problem.of(ProblemType.COMMAND_IN_PROGRESS).retryAfter(SOON);
    }
}
