package io.ordercore.bootstrap;

import io.ordercore.bootstrap.command.OrdercoreCommand;
import io.ordercore.bootstrap.command.ServeCommand;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The program's entry. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        System.exit(isServe(arguments) ? ServeCommand.serve() : command(arguments));
    }

    /** Only a server sets logging up; without, the database driver's every trace would be written and thrown away. */
    private static int command(String... arguments) {
        Logger.getLogger("").setLevel(Level.INFO);
        return OrdercoreCommand.run(arguments);
    }

    /** Serving takes no options, so nothing is parsed: that alone would be a tenth of the way to the first answer. */
    private static boolean isServe(String... arguments) {
        return arguments.length == 0 || (arguments.length == 1 && arguments[0].equals("serve"));
    }
}
