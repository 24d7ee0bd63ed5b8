@NullMarked
package io.ordercore.domain.inspection;

import org.jspecify.annotations.NullMarked;
