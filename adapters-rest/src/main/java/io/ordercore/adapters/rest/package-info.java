@NullMarked
package io.ordercore.adapters.rest;

import org.jspecify.annotations.NullMarked;
