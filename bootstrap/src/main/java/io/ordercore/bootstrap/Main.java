package io.ordercore.bootstrap;

import io.ordercore.bootstrap.command.OrdercoreCommand;
import io.ordercore.bootstrap.command.ServeCommand;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The program's entry. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        System.exit(isServe(arguments) ? ServeCommand.serve() : OrdercoreCommand.run(arguments));
    }

    /** Serving takes no options, so nothing is parsed: that alone would be a tenth of the way to the first answer. */
    private static boolean isServe(String... arguments) {
        return arguments.length == 0 || (arguments.length == 1 && arguments[0].equals("serve"));
    }
}
