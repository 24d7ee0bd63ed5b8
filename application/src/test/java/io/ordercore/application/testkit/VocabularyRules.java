package io.ordercore.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierSignal;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each code means what {@code vocabulary.csv} says, and what it does not say is not guessed. */
record VocabularyRules(CarrierGateway gateway, Path fixtures) {
    List<CarrierCheck> checks() {
        List<CarrierCheck> checks = new ArrayList<>();
        Path file = fixtures.resolve("vocabulary.csv");
        if (Files.exists(file)) {
            CarrierCase.text(file)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .forEach(line -> checks.add(row(line)));
        }
        for (String invented : List.of("no-such-code", "ZZZ999", "-1")) {
            checks.add(new CarrierCheck(
                    Rules.VOC02,
                    invented,
                    () -> assertThat(gateway.meaningOf(new CarrierSignal(invented, "")))
                            .isEqualTo(Meaning.UNMAPPED)));
        }
        return checks;
    }

    private CarrierCheck row(String line) {
        String[] cells = line.split(";", -1);
        Meaning expected = new Meaning(named(TrackingStatus.class, cells[2]), named(IncidentKind.class, cells[3]));
        return new CarrierCheck(
                Rules.VOC01,
                cells[0] + (cells[1].isEmpty() ? "" : " (" + cells[1] + ")"),
                () -> assertThat(gateway.meaningOf(new CarrierSignal(cells[0], cells[1])))
                        .isEqualTo(expected));
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, String cell) {
        String name = cell.strip();
        return name.isEmpty() || name.equals("-") ? null : Enum.valueOf(type, name);
    }
}
