/** What may be changed when, what it costs, and what it does. */
@NullMarked
package io.ordercore.domain.modification;

import org.jspecify.annotations.NullMarked;
