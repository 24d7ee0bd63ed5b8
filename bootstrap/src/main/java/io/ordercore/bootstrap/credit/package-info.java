/**
 * Merchant credit on the command line: {@link io.ordercore.bootstrap.credit.BacktestCreditCommand} asks how well the score would
 * have foreseen the orders of a history file, {@link io.ordercore.bootstrap.credit.BenchCreditCommand} how fast it is.
 */
@NullMarked
package io.ordercore.bootstrap.credit;

import org.jspecify.annotations.NullMarked;
