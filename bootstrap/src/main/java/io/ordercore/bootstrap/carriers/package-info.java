/**
 * What adapters make of payloads that carriers really sent. Start at
 * {@link io.ordercore.bootstrap.carriers.ReportPayloadsCommand}.
 */
@NullMarked
package io.ordercore.bootstrap.carriers;

import org.jspecify.annotations.NullMarked;
