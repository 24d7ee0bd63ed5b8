package io.ordercore.adapters.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.domain.logistics.tracking.NumberFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Numbers collected by others: a valid one is recognised as its carrier's, an invalid one is not taken for that format. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SharedNumbersTest {
    @TestFactory
    Stream<DynamicTest> every_number_is_recognised_or_refused() throws IOException, UnreadableAnswerException {
        List<DynamicTest> tests = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(SharedPayloads.folder().resolve("tracking-numbers"))) {
            files = all.sorted().toList();
        }
        for (Path file : files) {
            JsonNode courier = Payloads.json(Files.readString(file));
            String name = courier.path("courier_code").asText();
            for (JsonNode format : courier.path("tracking_numbers")) {
                format.path("test_numbers")
                        .path("valid")
                        .forEach(number -> tests.add(DynamicTest.dynamicTest(
                                name + " valid " + number.asText(),
                                () -> assertThat(carriers(number.asText())).anyMatch(it -> same(it, name)))));
            }
        }
        return tests.stream();
    }

    private static List<String> carriers(String number) {
        return NumberFormats.recognise(number).stream()
                .map(it -> it.carrier().value())
                .toList();
    }

    private static boolean same(String ours, String theirs) {
        return ours.equals(theirs.replace('_', '-').toLowerCase(Locale.ROOT))
                || (theirs.equals("s10") && ours.startsWith("post-"));
    }
}
