/**
 * What the catalogue asks of the world outside: {@link io.ordercore.adapters.catalog.HttpPictureProbe} looks at the pictures that
 * merchants name. Whoever names an address chooses what a server of ours asks for, so nothing is asked of an address that is not
 * public ({@code PublicAddresses}), and the connection goes to the very address that was looked at ({@code PictureFetch}).
 */
@NullMarked
package io.ordercore.adapters.catalog;

import org.jspecify.annotations.NullMarked;
