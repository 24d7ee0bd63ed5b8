package io.ordercore.bootstrap.command;

import io.ordercore.adapters.persistence.embedded.EmbeddedPostgresException;
import io.ordercore.bootstrap.bench.BenchException;
import io.ordercore.bootstrap.csv.BadFileException;
import io.ordercore.bootstrap.settings.InvalidSettingException;
import java.io.PrintWriter;

/** What cannot be done for a reason the caller can mend is told in one sentence; anything else is a mistake of ours. */
final class Refusal {
    private static final int WRONG_SETTING = 78;

    private Refusal() {}

    /** Prints the reason and answers the exit code, or throws what is no refusal. */
    static <X extends Exception> int told(X failure, PrintWriter err) throws X {
        boolean wrongSetting = failure instanceof InvalidSettingException;
        if (wrongSetting
                || failure instanceof CannotServeException
                || failure instanceof EmbeddedPostgresException
                || failure instanceof BadFileException
                || failure instanceof BenchException) {
            err.println("ordercore: " + failure.getMessage());
            return wrongSetting ? WRONG_SETTING : 1;
        }
        throw failure;
    }
}
