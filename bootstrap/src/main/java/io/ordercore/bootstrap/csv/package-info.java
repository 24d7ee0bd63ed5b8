/** Tables in files: every command that reads one starts at {@link io.ordercore.bootstrap.csv.CsvFile}. */
@NullMarked
package io.ordercore.bootstrap.csv;

import org.jspecify.annotations.NullMarked;
