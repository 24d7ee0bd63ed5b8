/** Merchants' credit over HTTP: the score and its reasons, what follows from it, appeals, ratings and findings. */
@NullMarked
package io.ordercore.adapters.rest.credit;

import org.jspecify.annotations.NullMarked;
