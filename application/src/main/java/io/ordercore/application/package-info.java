@NullMarked
package io.ordercore.application;

import org.jspecify.annotations.NullMarked;
