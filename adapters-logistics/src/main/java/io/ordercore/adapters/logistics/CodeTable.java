package io.ordercore.adapters.logistics;

import io.ordercore.application.logistics.CarrierSignal;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A carrier's vocabulary, read from {@code NAME.codes} beside this class: lines of {@code code;pattern;STATUS;INCIDENT}.
 * The first line counts whose code is the signal's (or {@code *}) and whose pattern, if any, is found in its text. What
 * matches no line is unmapped.
 */
final class CodeTable {
    private record Row(@Nullable Pattern pattern, Meaning meaning) {
        boolean fits(String text) {
            return pattern == null || pattern.matcher(text).find();
        }
    }

    private final Map<String, List<Row>> byCode = new HashMap<>();
    private final List<Row> anyCode = new ArrayList<>();

    private CodeTable() {}

    static CodeTable of(String name) {
        CodeTable table = new CodeTable();
        InputStream file = CodeTable.class.getResourceAsStream(name + ".codes");
        if (file == null) {
            throw new IllegalArgumentException("no vocabulary named " + name);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(table::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private void add(String line) {
        String[] cells = line.split(";", -1);
        if (cells.length != 4) {
            throw new IllegalArgumentException("not code;pattern;STATUS;INCIDENT: " + line);
        }
        Meaning meaning = new Meaning(named(TrackingStatus.class, cells[2]), named(IncidentKind.class, cells[3]));
        Row row = new Row(cells[1].isEmpty() ? null : Pattern.compile(cells[1], Pattern.CASE_INSENSITIVE), meaning);
        if (cells[0].equals("*")) {
            anyCode.add(row);
        } else {
            byCode.computeIfAbsent(cells[0], code -> new ArrayList<>()).add(row);
        }
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, String cell) {
        return cell.isBlank() ? null : Enum.valueOf(type, cell.strip());
    }

    Meaning meaningOf(CarrierSignal signal) {
        return meaningOf(signal.code(), signal.text());
    }

    Meaning meaningOf(String code, String text) {
        Meaning known = find(code, text);
        return known == null ? Meaning.UNMAPPED : known;
    }

    @Nullable
    Meaning find(String code, String text) {
        for (Row row : byCode.getOrDefault(code, List.of())) {
            if (row.fits(text)) {
                return row.meaning();
            }
        }
        for (Row row : anyCode) {
            if (row.fits(text)) {
                return row.meaning();
            }
        }
        return null;
    }
}
