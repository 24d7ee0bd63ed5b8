package io.ordercore.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract finds what is wrong: each flaw breaks the rule made for it, and a right adapter breaks none. They wait for silent servers side by side. */
@Execution(ExecutionMode.CONCURRENT)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CarrierGatewayContractTest {
    private static final Path FIXTURES = Path.of("src/test/resources/carriers/parcel-post");

    @ParameterizedTest
    @CsvSource({
        "NONE, ''",
        "DROPS_THE_OFFSET, trk01 psh01",
        "TAKES_THE_LISTS_ORDER, trk01 trk02 trk03 trk04 psh01",
        "BOOKS_TWICE, bkg01",
        "ASKS_TWICE, inq01",
        "FILES_TWICE, clm01",
        "TAKES_ANOTHER_CLAIM_FOR_THE_SAME, clm02",
        "FILES_AGAIN_AFTER_A_LOST_ANSWER, clm03",
        "KEEPS_THE_EVIDENCE, clm04",
        "TAKES_EVERY_WORD_FOR_A_YES, clm05",
        "SKIPS_THE_SIGNATURE, psh02 psh03",
        "GUESSES_IN_TRANSIT, voc02 trk03",
        "WRITES_AGAIN_AFTER_A_LOST_ANSWER, bkg02",
        "IGNORES_RETRY_AFTER, net01",
        "LOSES_ALL_FOR_ONE_BAD_ELEMENT, trk03 trk04 trk05 trk07 trk08",
    })
    void each_flaw_breaks_the_rule_made_for_it(ParcelPost.Flaw flaw, String expected) {
        assertThat(String.join(" ", broken(flaw))).isEqualTo(expected);
    }

    private static Set<String> broken(ParcelPost.Flaw flaw) {
        Set<String> broken = new TreeSet<>(Comparator.comparing(Rules.ALL::indexOf));
        Set<String> names = new LinkedHashSet<>();
        try (HttpStub stub = new HttpStub()) {
            for (CarrierCheck check : CarrierGatewayContract.checks(new ParcelPost(stub.url(), flaw), stub, FIXTURES)) {
                try {
                    check.attempt().run();
                } catch (AssertionError | Exception e) {
                    broken.add(check.rule());
                }
            }
        }
        broken.forEach(rule -> names.add(rule.substring(0, 5)));
        return names;
    }
}
