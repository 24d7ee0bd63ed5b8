package io.ordercore.bootstrap;

import io.ordercore.bootstrap.command.OrdercoreCommand;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The program's entry. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        System.exit(OrdercoreCommand.run(arguments));
    }
}
