package io.ordercore.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.aftersale.AfterSaleRefusal;
import io.ordercore.domain.inspection.ReportRefusal;
import io.ordercore.domain.logistics.carriage.CarriageRefusal;
import io.ordercore.domain.logistics.tracking.IncidentHandling;
import io.ordercore.domain.modification.ChangeSetRefusal;
import io.ordercore.domain.modification.QuoteProblem;
import io.ordercore.domain.modification.RulingReason;
import io.ordercore.domain.order.LineRefusal;
import io.ordercore.domain.order.OrderRefusal;
import io.ordercore.domain.payment.PaymentRefusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class TextsTest {
    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);
    private static final Texts CHINESE = Texts.in(Locale.CHINESE);

    @Test
    void both_languages_say_the_same_things() {
        assertThat(CHINESE.bundle().keySet()).isEqualTo(ENGLISH.bundle().keySet());
    }

    @Test
    void every_problem_and_every_reason_has_a_text() {
        Stream<String> problems = Arrays.stream(ProblemType.values())
                .flatMap(type -> Stream.of(type.code() + ".title", type.code() + ".detail"));
        Stream<String> reasons = Stream.of(
                        OrderRefusal.values(),
                        PaymentRefusal.values(),
                        LineRefusal.Reason.values(),
                        ReportRefusal.values(),
                        RulingReason.values(),
                        CarriageRefusal.values(),
                        AfterSaleRefusal.values(),
                        ChangeSetRefusal.values())
                .flatMap(Arrays::stream)
                .map(reason -> "error." + ProblemType.codeOf(reason));
        Stream<String> obstacles = Arrays.stream(QuoteProblem.Reason.values())
                .map(reason -> "error.modification-" + ProblemType.codeOf(reason));
        Stream<String> helps = Arrays.stream(IncidentHandling.values()).map(help -> "help." + help);

        assertThat(ENGLISH.bundle().keySet())
                .containsAll(Stream.of(problems, reasons, obstacles, helps)
                        .flatMap(keys -> keys)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", delimiter = '|', textBlock = """
        none                  | en
        en-GB                 | en
        zh                    | zh
        zh-CN,zh;q=0.9        | zh
        de, zh;q=0.5          | zh
        de                    | en
        en;q=0.1, zh;q=0.9    | zh
        *                     | en
        ;;;q=nonsense         | en
        """)
    void a_reader_gets_the_language_that_fits_best(@Nullable String acceptLanguage, String language) {
        assertThat(Texts.negotiate(acceptLanguage).getLanguage()).isEqualTo(language);
    }

    @Test
    void facts_are_told_in_the_text() {
        assertThat(ENGLISH.of("error.insufficient-stock", Map.of("sku", "kettle", "available", 3)))
                .isEqualTo("Of kettle, 3 are left.");
    }
}
