@NullMarked
package io.ordercore.domain.credit;

import org.jspecify.annotations.NullMarked;
