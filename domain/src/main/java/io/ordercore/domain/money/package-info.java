/**
 * Amounts. The type is Joda-Money's {@link org.joda.money.Money}, whose scale is fixed to its currency; here stands what an
 * order core does with amounts: {@link io.ordercore.domain.money.Apportionment} splits one without losing a cent.
 */
@NullMarked
package io.ordercore.domain.money;

import org.jspecify.annotations.NullMarked;
