package io.ordercore.domain.catalog.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ThousandthsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "3500, 3.5",
        "3050, 3.05",
        "3005, 3.005",
        "60000, 60",
        "1, 0.001",
        "999999999999999, 999999999999.999"
    })
    void numbers_are_read_and_written_without_trailing_zeros(long thousandths, String text) {
        assertThat(Thousandths.parse(text)).isEqualTo(thousandths);
        assertThat(Thousandths.format(thousandths)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.", ".5", "1.2345", "1e3", "1234567890123", "1,5"})
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Thousandths.parse(text));
    }
}
