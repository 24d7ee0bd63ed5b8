/** Who is calling: bearer tokens are checked here; in {@code dev} they are made here too. */
@NullMarked
package io.ordercore.bootstrap.identity;

import org.jspecify.annotations.NullMarked;
