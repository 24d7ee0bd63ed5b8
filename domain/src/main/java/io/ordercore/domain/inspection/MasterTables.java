package io.ordercore.domain.inspection;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.ResourceBundle;
import java.util.TreeMap;

/**
 * Tables I and II-A to II-C of MIL-STD-105E, read once from {@code mil-std-105e.properties}, which says where the figures come
 * from and how the rows are written. Arrows are followed while reading.
 */
final class MasterTables {
    private static final String LETTERS = "letters.";
    private static final List<String> ROWS = List.of("ABCDEFGHJKLMNPQRS".split(""));

    static final MasterTables STANDARD =
            read(ResourceBundle.getBundle(MasterTables.class.getPackageName() + ".mil-std-105e", Locale.ROOT));

    private final List<BigDecimal> columns;
    private final NavigableMap<Integer, Map<InspectionLevel, CodeLetter>> letters;
    private final Map<Row, List<SamplingPlan>> plans;

    private MasterTables(
            List<BigDecimal> columns,
            NavigableMap<Integer, Map<InspectionLevel, CodeLetter>> letters,
            Map<Row, List<SamplingPlan>> plans) {
        this.columns = columns;
        this.letters = letters;
        this.plans = plans;
    }

    List<BigDecimal> columns() {
        return columns;
    }

    CodeLetter codeLetter(int lotSize, InspectionLevel level) {
        Map.Entry<Integer, Map<InspectionLevel, CodeLetter>> row = letters.floorEntry(lotSize);
        if (row == null) {
            throw new IllegalArgumentException("a lot of " + lotSize + " is too small to sample");
        }
        return requireNonNull(row.getValue().get(level));
    }

    SamplingPlan plan(CodeLetter letter, Severity severity, BigDecimal column) {
        return row(severity, letter).get(columns.indexOf(column));
    }

    /**
     * The normal plan of the same sample size at the AQL one step tighter: what the ISO switching score asks for. Where an
     * arrow led away from the letter's own row, the row of the plan in use counts.
     */
    SamplingPlan normalOneStepTighter(CodeLetter letter, BigDecimal column) {
        int cell = columns.indexOf(column);
        int tighter = Math.max(0, cell - 1);
        int used = row(Severity.NORMAL, letter).get(cell).sampleSize();
        for (CodeLetter other : CodeLetter.values()) {
            SamplingPlan plan = row(Severity.NORMAL, other).get(tighter);
            if (plan.sampleSize() == used
                    && row(Severity.NORMAL, other).get(cell).sampleSize() == used) {
                return plan;
            }
        }
        return row(Severity.NORMAL, letter).get(tighter);
    }

    private List<SamplingPlan> row(Severity severity, CodeLetter letter) {
        return requireNonNull(plans.get(new Row(severity, letter)));
    }

    private record Row(Severity severity, CodeLetter letter) {}

    private static MasterTables read(ResourceBundle figures) {
        List<BigDecimal> columns = words(figures.getString("aql")).stream()
                .map(BigDecimal::new)
                .map(BigDecimal::stripTrailingZeros)
                .toList();
        NavigableMap<Integer, Map<InspectionLevel, CodeLetter>> letters = new TreeMap<>();
        for (String key : Collections.list(figures.getKeys())) {
            if (key.startsWith(LETTERS)) {
                letters.put(Integer.valueOf(key.substring(LETTERS.length())), letters(words(figures.getString(key))));
            }
        }
        Map<Row, List<SamplingPlan>> plans = new HashMap<>();
        for (Severity severity : Severity.values()) {
            plans.putAll(plans(figures, severity, columns.size()));
        }
        return new MasterTables(columns, letters, plans);
    }

    private static Map<InspectionLevel, CodeLetter> letters(List<String> cells) {
        Map<InspectionLevel, CodeLetter> letters = new EnumMap<>(InspectionLevel.class);
        for (InspectionLevel level : InspectionLevel.values()) {
            letters.put(level, CodeLetter.valueOf(cells.get(letters.size())));
        }
        return letters;
    }

    private static Map<Row, List<SamplingPlan>> plans(ResourceBundle figures, Severity severity, int width) {
        String prefix = severity.name().toLowerCase(Locale.ROOT) + '.';
        List<List<String>> printed = ROWS.stream()
                .map(letter -> prefix + letter)
                .filter(figures::containsKey)
                .map(key -> words(figures.getString(key)))
                .toList();
        Map<Row, List<SamplingPlan>> plans = new HashMap<>();
        for (CodeLetter letter : CodeLetter.values()) {
            SamplingPlan[] row = new SamplingPlan[width];
            for (int cell = 0; cell < width; cell++) {
                row[cell] = follow(printed, ROWS.indexOf(letter.name()), cell + 1);
            }
            plans.put(new Row(severity, letter), List.of(row));
        }
        return plans;
    }

    private static SamplingPlan follow(List<List<String>> printed, int start, int cell) {
        int row = start;
        String text = printed.get(row).get(cell);
        while (text.equals("v") || text.equals("^")) {
            row += text.equals("v") ? 1 : -1;
            text = printed.get(row).get(cell);
        }
        int slash = text.indexOf('/');
        return new SamplingPlan(
                Integer.parseInt(printed.get(row).get(0)),
                Integer.parseInt(text.substring(0, slash)),
                Integer.parseInt(text.substring(slash + 1)),
                false);
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split("\\s+"));
    }
}
