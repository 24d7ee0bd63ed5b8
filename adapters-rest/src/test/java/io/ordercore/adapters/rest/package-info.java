/** The adapter over a real socket, on Jersey, with hand-written use cases behind it. */
@NullMarked
package io.ordercore.adapters.rest;

import org.jspecify.annotations.NullMarked;
