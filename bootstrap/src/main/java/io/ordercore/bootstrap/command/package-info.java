/** The command line: {@link io.ordercore.bootstrap.command.OrdercoreCommand} and its subcommands, one class each. */
@NullMarked
package io.ordercore.bootstrap.command;

import org.jspecify.annotations.NullMarked;
