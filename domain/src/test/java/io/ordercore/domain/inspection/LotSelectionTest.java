package io.ordercore.domain.inspection;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.catalog.Sku;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LotSelectionTest {
    @ParameterizedTest
    @CsvSource({
        "kettles, false, false, false, 0, false, ROUTINE, 2000",
        "kettles, false, true, false, 99, false, TRUSTED_MERCHANT, 500",
        "food, false, true, false, 0, false, STRICT_CATEGORY, 4000",
        "food, false, true, true, 0, false, DOUBTFUL_MERCHANT, 5000",
        "kettles, false, true, true, 100, false, MANY_COMPLAINTS, 10000",
        "kettles, true, true, true, 100, false, NEW_MERCHANT, 10000",
        "kettles, true, true, true, 100, true, UNDER_RECTIFICATION, 10000",
    })
    void the_first_reason_that_applies_decides(
            String category,
            boolean isNew,
            boolean trusted,
            boolean doubtful,
            int complaints,
            boolean under,
            SelectionReason reason,
            int chance) {
        LotRisk risk = new LotRisk(category, isNew, trusted, doubtful, complaints, under);
        assertThat(SelectionReason.of(risk, InspectionPolicy.STANDARD)).isEqualTo(reason);
        assertThat(reason.chance()).isEqualTo(chance);
    }

    @Test
    void complaints_are_not_negative() {
        assertThatThrownBy(() -> new LotRisk("kettles", false, false, false, -1, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"CRITICAL, 3", "MAJOR, 7", "MINOR, 14"})
    void the_graver_the_sooner_it_is_to_be_put_right(DefectClass severity, int days) {
        Lot lot = new Lot(TEA_HOUSE, new Sku("kettle"), "kettles", 100, true);
        Rectification opened = Rectification.opened(
                new RectificationId(new InspectionId(new UUID(2, 3)), 1), lot, severity, TUESDAY_MORNING);
        assertThat(opened.deadline()).isEqualTo(TUESDAY_MORNING.plus(Duration.ofDays(days)));
        assertThat(opened.isOpen()).isTrue();
        Rectification closed = opened.closed(Rectification.Outcome.RECTIFIED, TUESDAY_MORNING.plusSeconds(1));
        assertThat(closed.isOpen()).isFalse();
        assertThat(closed.outcome()).isEqualTo(Rectification.Outcome.RECTIFIED);
        assertThat(closed.closedAt()).isEqualTo(TUESDAY_MORNING.plusSeconds(1));
    }

    @Test
    void severity_follows_from_where_a_product_stands() {
        assertThat(InspectionState.NORMAL.severity()).isEqualTo(Severity.NORMAL);
        assertThat(InspectionState.TIGHTENED.severity()).isEqualTo(Severity.TIGHTENED);
        assertThat(InspectionState.DISCONTINUED.severity()).isEqualTo(Severity.TIGHTENED);
        assertThat(InspectionState.REDUCED.severity()).isEqualTo(Severity.REDUCED);
    }

    @Test
    void limits_are_ordered_and_written_as_the_standard_does() {
        assertThat(Aql.of("2.5")).isLessThan(Aql.of("4.0")).hasToString("2.5");
        assertThat(Aql.of("10").countsDefects()).isFalse();
        assertThat(Aql.of("15").countsDefects()).isTrue();
        assertThat(InspectionLevel.S_1.label()).isEqualTo("S-1");
    }
}
