package io.ordercore.domain.catalog.review;

import io.ordercore.domain.catalog.CategoryPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Reads a rule set from text, one statement a line, fields apart by {@code |}; what follows {@code #} is a remark, by habit the
 * source.
 *
 * <pre>
 * version | en-2026-11
 * language | en
 * limit | title-longest | 150                  # Google Merchant Center, title
 * severity | GTIN_MISSING | NOTE
 * picture-type | image/jpeg
 * category | Food &amp; Drink
 * second-reviewer | Food &amp; Drink &gt; Baby Food
 * require | Food &amp; Drink | net weight | g, kg, ml, l
 * ban | SUPERLATIVE | world's best
 * exempt | best before
 * sourced | SUPERLATIVE | claim source
 * </pre>
 */
public final class RuleSetText {
    /** What is wrong with a text, one entry per bad line. */
    public static final class UnreadableRuleSetException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final transient List<String> problems;

        UnreadableRuleSetException(List<String> problems) {
            super(String.join("; ", problems));
            this.problems = List.copyOf(problems);
        }

        /** For example {@code line 7: unknown limit}. */
        public List<String> problems() {
            return problems;
        }
    }

    private RuleSetText() {}

    /**
     * The rule set a text describes.
     *
     * @throws UnreadableRuleSetException naming every bad line
     */
    public static RuleSet read(String text) {
        RuleSet.Builder builder = new RuleSet.Builder();
        List<String> problems = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            try {
                readLine(withoutRemark(line), builder);
            } catch (IllegalArgumentException e) {
                problems.add("line " + number + ": " + e.getMessage());
            }
        }
        if (problems.isEmpty()) {
            try {
                return builder.build();
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        throw new UnreadableRuleSetException(problems);
    }

    private static void readLine(String line, RuleSet.Builder into) {
        if (line.isEmpty()) {
            return;
        }
        List<String> fields =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        if (fields.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("an empty field");
        }
        switch (fields.get(0)) {
            case "version" -> into.version(field(fields, 1, 2));
            case "language" -> into.language(field(fields, 1, 2));
            case "limit" ->
                into.limit(
                        named(Limit.class, Limit::text, field(fields, 1, 3)), Thousandths.parse(field(fields, 2, 3)));
            case "severity" ->
                into.severity(code(fields, 3), named(Severity.class, Severity::name, field(fields, 2, 3)));
            case "picture-type" -> into.pictureType(field(fields, 1, 2).toLowerCase(Locale.ROOT));
            case "category" -> into.category(CategoryPath.of(field(fields, 1, 2)));
            case "second-reviewer" -> into.secondReviewer(CategoryPath.of(field(fields, 1, 2)));
            case "require" -> require(fields, into);
            case "ban" -> into.ban(code(fields, 3), field(fields, 2, 3));
            case "exempt" -> into.exempt(field(fields, 1, 2));
            case "sourced" -> into.sourced(code(fields, 3), field(fields, 2, 3));
            default -> throw new IllegalArgumentException("unknown statement " + fields.get(0));
        }
    }

    private static void require(List<String> fields, RuleSet.Builder into) {
        List<String> units = fields.size() == 4
                ? Arrays.stream(fields.get(3).split(",", -1)).map(String::strip).toList()
                : List.of();
        into.demand(CategoryPath.of(fields.get(1)), field(fields, 2, Math.max(3, Math.min(4, fields.size()))), units);
    }

    private static FindingCode code(List<String> fields, int count) {
        return named(FindingCode.class, FindingCode::name, field(fields, 1, count));
    }

    private static <E extends Enum<E>> E named(Class<E> kind, Function<E, String> written, String name) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(each -> written.apply(each).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown word " + name));
    }

    private static String field(List<String> fields, int index, int count) {
        if (fields.size() != count) {
            throw new IllegalArgumentException(fields.get(0) + " takes " + (count - 1) + " fields");
        }
        return fields.get(index);
    }

    /** A number sign starts a remark only after a blank or at the start of the line, so that a term may hold one. */
    private static String withoutRemark(String line) {
        if (line.startsWith("#")) {
            return "";
        }
        int remark = line.indexOf(" #");
        return (remark < 0 ? line : line.substring(0, remark)).strip();
    }
}
