@NullMarked
package io.ordercore.adapters.logistics;

import org.jspecify.annotations.NullMarked;
