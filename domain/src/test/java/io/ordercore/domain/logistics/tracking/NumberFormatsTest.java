package io.ordercore.domain.logistics.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers computed by hand from each carrier's published rule; none belongs to a real parcel that we know of. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NumberFormatsTest {
    @ParameterizedTest
    @CsvSource({
        "s10, post-gb, RR473124829GB",
        "ups-1z, ups, 1Z999AA10123456784",
        "fedex-express-12, fedex, 123456789012",
        "fedex-ground-15, fedex, 000000000000000",
        "dhl-express, dhl, 1234567891",
        "canada-post-16, canada-post, 1234567890123452",
        "purolator-12, purolator, 320000000002",
        "usps-20, usps, 01234567890123456789",
        "sf-15, sf-express, SF1234567890123",
    })
    void a_right_number_is_recognised_with_or_without_blanks(String format, String carrier, String number) {
        String spaced = number.replaceAll("(.{4})", "$1 ").toLowerCase(Locale.ROOT);
        assertThat(NumberFormats.recognise(number))
                .filteredOn(it -> it.format().equals(format))
                .singleElement()
                .extracting(RecognisedNumber::carrier)
                .isEqualTo(new CarrierCode(carrier));
        assertThat(NumberFormats.recognise(spaced)).isEqualTo(NumberFormats.recognise(number));
    }

    @ParameterizedTest
    @CsvSource({"RR473124828GB", "RR473124829XX", "1Z999AA10123456785", "ZZZ", "''"})
    void a_wrong_check_digit_or_country_is_not(String number) {
        assertThat(NumberFormats.recognise(number)).isEmpty();
    }

    @Test
    void those_confirmed_by_a_check_digit_come_first() {
        assertThat(NumberFormats.recognise("12345678901231"))
                .extracting(RecognisedNumber::checked)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void only_a_check_digit_confirms_a_number() {
        assertThat(NumberFormats.recognise("RR473124829GB"))
                .extracting(RecognisedNumber::checked)
                .containsExactly(true);
        assertThat(NumberFormats.recognise("SF1234567890123"))
                .filteredOn(it -> it.format().equals("sf-15"))
                .extracting(RecognisedNumber::checked)
                .containsExactly(false);
    }
}
