package io.ordercore.bootstrap.catalog;

import io.ordercore.application.catalog.listing.ImportListings;
import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.Variant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.Money;

/** Puts known faults into rows, by a seed, so that what a review finds can be counted against what is there. */
final class SeededFaults {
    /** How a copy differs from its original. */
    enum Change {
        WORD_ORDER,
        BRAND_DROPPED,
        UNIT_CHANGED,
        ONE_TYPO,
        TWO_TYPOS
    }

    /** A copy of a row that stands before it. */
    record Copy(ImportListings.Row row, ListingId original, Change change) {}

    private static final Pattern MEASURE =
            Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(kg|gm|g|ml|l|cm|mm)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUANTITY_WITH_BLANK =
            Pattern.compile("(\\d) (?=(?:kg|gm|g|ml|lt|l|cm|mm|inch)\\b)", Pattern.CASE_INSENSITIVE);
    private static final char GLUE = '\u0001';
    /** The other unit and the power of ten between the two. */
    private static final Map<String, Map.Entry<String, Integer>> OTHER_UNIT = Map.of(
            "kg", Map.entry("g", 3),
            "g", Map.entry("kg", -3),
            "gm", Map.entry("kg", -3),
            "l", Map.entry("ml", 3),
            "ml", Map.entry("l", -3),
            "cm", Map.entry("mm", 1),
            "mm", Map.entry("cm", -1));

    private final Random random;

    SeededFaults(long seed) {
        this.random = new Random(seed);
    }

    /** Multiplies or divides the prices of one in a hundred rows by 10 or 100; the ids of those rows go into {@code wrong}. */
    List<ImportListings.Row> withWrongPrices(List<ImportListings.Row> rows, Set<ListingId> wrong) {
        List<Integer> order = shuffled(rows.size());
        Set<Integer> chosen = new HashSet<>(order.subList(0, Math.round(rows.size() / 100f)));
        List<ImportListings.Row> changed = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            ImportListings.Row row = rows.get(i);
            if (chosen.contains(i)) {
                wrong.add(row.listing());
                row = with(row, wrongPrice(row.content().variants().get(0)));
            }
            changed.add(row);
        }
        return changed;
    }

    /** Copies of two in a hundred rows, every kind of change equally often. */
    List<Copy> nearDuplicates(List<ImportListings.Row> rows) {
        List<Copy> copies = new ArrayList<>();
        int wanted = Math.round(rows.size() / 50f);
        Change[] changes = Change.values();
        for (int at : shuffled(rows.size())) {
            if (copies.size() == wanted) {
                break;
            }
            ImportListings.Row row = rows.get(at);
            Change change = changes[copies.size() % changes.length];
            String title = row.content().title();
            String changed = changedTitle(title, change);
            boolean dropsBrand =
                    change == Change.BRAND_DROPPED && !row.content().brand().isEmpty();
            if (dropsBrand || !changed.equals(title)) {
                copies.add(new Copy(copyOf(row, changed, dropsBrand, copies.size()), row.listing(), change));
            }
        }
        return copies;
    }

    private String changedTitle(String title, Change change) {
        return switch (change) {
            case WORD_ORDER -> reordered(title);
            case BRAND_DROPPED -> title;
            case UNIT_CHANGED -> inOtherUnit(title);
            case ONE_TYPO -> mistyped(title);
            case TWO_TYPOS -> mistyped(mistyped(title));
        };
    }

    /** Words in another order; a number stays with its unit. */
    private String reordered(String title) {
        String glued = QUANTITY_WITH_BLANK.matcher(title).replaceAll("$1" + GLUE);
        List<String> words = new ArrayList<>(Arrays.asList(glued.split(" ")));
        Collections.shuffle(words, random);
        return String.join(" ", words).replace(GLUE, ' ');
    }

    private static String inOtherUnit(String title) {
        Matcher measure = MEASURE.matcher(title);
        if (!measure.find()) {
            return title;
        }
        Map.Entry<String, Integer> other = OTHER_UNIT.get(measure.group(2).toLowerCase(Locale.ROOT));
        if (other == null) {
            return title;
        }
        String number = new BigDecimal(measure.group(1))
                .scaleByPowerOfTen(other.getValue())
                .stripTrailingZeros()
                .toPlainString();
        return title.substring(0, measure.start()) + number + " " + other.getKey() + title.substring(measure.end());
    }

    /** A letter changed, left out, put in, or swapped with the next. */
    private String mistyped(String title) {
        List<Integer> letters = new ArrayList<>();
        for (int i = 0; i < title.length(); i++) {
            if (Character.isLetter(title.charAt(i))) {
                letters.add(i);
            }
        }
        if (letters.isEmpty()) {
            return title;
        }
        int at = letters.get(random.nextInt(letters.size()));
        char letter = (char) ('a' + random.nextInt(26));
        StringBuilder typed = new StringBuilder(title);
        switch (random.nextInt(4)) {
            case 0 -> typed.setCharAt(at, letter);
            case 1 -> typed.deleteCharAt(at);
            case 2 -> typed.insert(at, letter);
            default -> {
                if (at + 1 < title.length() && Character.isLetter(title.charAt(at + 1))) {
                    typed.setCharAt(at, title.charAt(at + 1));
                    typed.setCharAt(at + 1, title.charAt(at));
                } else {
                    typed.setCharAt(at, letter);
                }
            }
        }
        return typed.toString();
    }

    private Variant wrongPrice(Variant variant) {
        BigDecimal factor = List.of(
                        BigDecimal.TEN, new BigDecimal("100"), new BigDecimal("0.1"), new BigDecimal("0.01"))
                .get(random.nextInt(4));
        Money wrong = variant.price().multipliedBy(factor, RoundingMode.HALF_UP);
        Money least = Money.ofMinor(wrong.getCurrencyUnit(), 1);
        return new Variant(
                variant.sku(), variant.colour(), variant.size(), wrong.isPositive() ? wrong : least, variant.stock());
    }

    private List<Integer> shuffled(int count) {
        List<Integer> order = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        return order;
    }

    private static ImportListings.Row with(ImportListings.Row row, Variant variant) {
        return new ImportListings.Row(row.listing(), row.content().withVariants(List.of(variant)));
    }

    private static ImportListings.Row copyOf(ImportListings.Row row, String title, boolean dropsBrand, int number) {
        ListingContent content = row.content();
        Variant variant = content.variants().get(0);
        String id = "copy-" + number;
        return new ImportListings.Row(
                new ListingId(id),
                new ListingContent(
                        title.isBlank() ? content.title() : title,
                        content.description(),
                        content.category(),
                        dropsBrand ? "" : content.brand(),
                        content.gtin(),
                        content.attributes(),
                        content.pictures(),
                        List.of(new Variant(new Sku(id), "", "", variant.price(), variant.stock()))));
    }
}
