/** Fixtures that speak the domain, published for the tests of embedders and of the outer modules. */
@NullMarked
package io.ordercore.domain.testkit;

import org.jspecify.annotations.NullMarked;
