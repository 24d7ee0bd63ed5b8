package io.ordercore.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.credit.Evidence.End;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AttributionTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,                                 true,  GOOD,      UNKNOWN",
                "DEFECTIVE,                         true,  DEFECT,    MERCHANT",
                "DEFECTIVE DELIVERED_LATE,          true,  DEFECT,    MERCHANT",
                "NOT_AS_DESCRIBED LOW_RATING,       true,  DEFECT,    MERCHANT",
                "WRONG_ITEM,                        true,  DEFECT,    MERCHANT",
                "INCOMPLETE,                        true,  DEFECT,    MERCHANT",
                "CANCELLED_BY_MERCHANT,             true,  CANCELLED, MERCHANT",
                "OUT_OF_STOCK LOW_RATING,           false, CANCELLED, MERCHANT",
                "CANCELLED_BY_BUYER,                false, CANCELLED, BUYER",
                "REFUSED_BY_BUYER,                  true,  CANCELLED, BUYER",
                "WRONG_ADDRESS DELIVERED_LATE,      true,  CANCELLED, BUYER",
                "CANCELLED_BY_PLATFORM,             true,  CANCELLED, PLATFORM",
                "LOST_IN_TRANSIT,                   false, DEFECT,    CARRIER",
                "DAMAGED_IN_TRANSIT LOW_RATING,     true,  DEFECT,    CARRIER",
                "DELIVERED_LATE,                    true,  DEFECT,    CARRIER",
                "DELIVERED_LATE LOW_RATING,         true,  DEFECT,    CARRIER",
                "DELIVERED_LATE,                    false, DEFECT,    MERCHANT",
                "LOW_RATING,                        false, DEFECT,    MERCHANT",
                "LOW_RATING,                        true,  DEFECT,    MERCHANT"
            })
    void each_bad_end_has_one_owner(String problems, boolean handedOverInTime, End end, Owner owner) {
        Set<Problem> set = EnumSet.noneOf(Problem.class);
        if (problems != null) {
            Arrays.stream(problems.split(" ", -1)).map(Problem::valueOf).forEach(set::add);
        }
        Attribution attribution = Attribution.of(set, handedOverInTime);
        assertThat(attribution.end()).isEqualTo(end);
        assertThat(attribution.owner()).isEqualTo(owner);
    }
}
