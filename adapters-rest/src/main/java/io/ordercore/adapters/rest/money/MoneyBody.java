package io.ordercore.adapters.rest.money;

import io.ordercore.adapters.rest.Conversion;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money, zero or more.
 *
 * @param amount a decimal as text, with no more decimals than the currency has
 * @param currency ISO 4217, three letters
 */
@Schema(name = "Money", examples = "{\"amount\":\"12.50\",\"currency\":\"CNY\"}")
public record MoneyBody(
        @NotNull @Pattern(regexp = "[0-9]{1,12}(\\.[0-9]{1,4})?")
        String amount,

        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {

    public static MoneyBody of(Money money) {
        return new MoneyBody(
                money.getAmount().toPlainString(), money.getCurrencyUnit().getCode());
    }

    public static @Nullable MoneyBody ofNullable(@Nullable Money money) {
        return money == null ? null : of(money);
    }

    /** The amount, null and a violation at {@code pointer} if the currency is unknown or has fewer decimals. */
    public @Nullable Money money(Conversion conversion, String pointer) {
        CurrencyUnit unit = conversion.at(pointer + "/currency", "unknown-currency", () -> CurrencyUnit.of(currency));
        return unit == null
                ? null
                : conversion.at(
                        pointer + "/amount",
                        "too-many-decimals",
                        () -> Money.of(unit, new BigDecimal(amount), RoundingMode.UNNECESSARY));
    }
}
