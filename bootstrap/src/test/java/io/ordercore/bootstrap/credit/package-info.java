@NullMarked
package io.ordercore.bootstrap.credit;

import org.jspecify.annotations.NullMarked;
