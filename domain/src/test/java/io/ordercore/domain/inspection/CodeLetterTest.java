package io.ordercore.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CodeLetterTest {
    private static final int[] LARGEST = {
        8, 15, 25, 50, 90, 150, 280, 500, 1200, 3200, 10_000, 35_000, 150_000, 500_000, Integer.MAX_VALUE
    };

    private static final List<InspectionLevel> LEVELS = List.of(InspectionLevel.values());

    /** Per level, the letters of the fifteen ranges of lot sizes, as own listing. */
    private static final List<String> LISTING = List.of(
            "AAAABBBBCCCCDDD",
            "AAABBBCCCDDDEEE",
            "AABBCCDDEEFFGGH",
            "AABCCDEEFGGHJJK",
            "AABCCDEFGHJKLMN",
            "ABCDEFGHJKLMNPQ",
            "BCDEFGHJKLMNPQR");

    @ParameterizedTest
    @MethodSource("listing")
    void every_range_and_level_has_its_letter(int lotSize, InspectionLevel level, CodeLetter expected) {
        assertThat(CodeLetter.of(lotSize, level)).isEqualTo(expected);
    }

    static Stream<Arguments> listing() {
        return Stream.of(InspectionLevel.values())
                .flatMap(level -> Stream.iterate(0, row -> row < 15, row -> row + 1)
                        .flatMap(row -> Stream.of(row == 0 ? 2 : LARGEST[row - 1] + 1, LARGEST[row])
                                .map(size -> Arguments.of(
                                        size,
                                        level,
                                        CodeLetter.valueOf(LISTING.get(LEVELS.indexOf(level))
                                                .substring(row, row + 1))))));
    }

    @Test
    void all_105_letters_agree_with_the_published_table() throws IOException {
        List<String> rows = Files.readAllLines(SharedData.require("data/aql/code_letters.csv"));
        int compared = 0;
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            for (InspectionLevel level : InspectionLevel.values()) {
                CodeLetter published = CodeLetter.valueOf(cells[2 + LEVELS.indexOf(level)]);
                assertThat(CodeLetter.of(Integer.parseInt(cells[0]), level))
                        .as(row)
                        .isEqualTo(published);
                if (!cells[1].isEmpty()) {
                    assertThat(CodeLetter.of(Integer.parseInt(cells[1]), level))
                            .as(row)
                            .isEqualTo(published);
                }
                compared++;
            }
        }
        assertThat(compared).isEqualTo(105);
    }

    @Test
    void a_single_unit_is_no_lot() {
        assertThatThrownBy(() -> CodeLetter.of(1, InspectionLevel.II)).isInstanceOf(IllegalArgumentException.class);
    }
}
