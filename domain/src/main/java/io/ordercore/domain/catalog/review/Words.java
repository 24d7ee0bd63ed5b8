package io.ordercore.domain.catalog.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a title in an order of their own: plain, without filler, a quantity as one word in its base unit
 * ({@code 0.5 kg} and {@code 500 g} are the same word), an ideograph a word by itself.
 */
final class Words {
    /** Marks a word that is a quantity or holds a digit: it is right or another product, never a slip of the pen. */
    static final char QUANTITY = '#';

    private static final Set<String> FILLER = Set.of("a", "an", "and", "the", "of", "for", "with", "in", "to", "by");
    private static final Map<String, BaseUnit> UNITS = Map.ofEntries(
            Map.entry("mg", new BaseUnit("g", -3)),
            Map.entry("g", new BaseUnit("g", 0)),
            Map.entry("gm", new BaseUnit("g", 0)),
            Map.entry("gms", new BaseUnit("g", 0)),
            Map.entry("gram", new BaseUnit("g", 0)),
            Map.entry("grams", new BaseUnit("g", 0)),
            Map.entry("克", new BaseUnit("g", 0)),
            Map.entry("kg", new BaseUnit("g", 3)),
            Map.entry("kgs", new BaseUnit("g", 3)),
            Map.entry("千克", new BaseUnit("g", 3)),
            Map.entry("公斤", new BaseUnit("g", 3)),
            Map.entry("ml", new BaseUnit("l", -3)),
            Map.entry("毫升", new BaseUnit("l", -3)),
            Map.entry("l", new BaseUnit("l", 0)),
            Map.entry("lt", new BaseUnit("l", 0)),
            Map.entry("ltr", new BaseUnit("l", 0)),
            Map.entry("litre", new BaseUnit("l", 0)),
            Map.entry("litres", new BaseUnit("l", 0)),
            Map.entry("liter", new BaseUnit("l", 0)),
            Map.entry("升", new BaseUnit("l", 0)),
            Map.entry("mm", new BaseUnit("m", -3)),
            Map.entry("毫米", new BaseUnit("m", -3)),
            Map.entry("cm", new BaseUnit("m", -2)),
            Map.entry("cms", new BaseUnit("m", -2)),
            Map.entry("厘米", new BaseUnit("m", -2)),
            Map.entry("m", new BaseUnit("m", 0)),
            Map.entry("米", new BaseUnit("m", 0)));

    private record BaseUnit(String name, int powerOfTen) {}

    private Words() {}

    static List<String> of(String title) {
        String plain = PlainText.of(title);
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < plain.length()) {
            char c = plain.charAt(at);
            if (!PlainText.isWordPart(c)) {
                at++;
            } else if (isDigit(c)) {
                at = addQuantity(plain, at, words);
            } else if (PlainText.isUnspaced(c)) {
                words.add(String.valueOf(c));
                at++;
            } else {
                at = addWord(plain, at, words);
            }
        }
        return words;
    }

    static boolean isQuantity(String word) {
        return word.charAt(0) == QUANTITY;
    }

    /** The digits of a number with a known unit, without leading or trailing zeros; empty for any other word. */
    static String digitsOfMeasure(String word) {
        int exponent = word.indexOf('e');
        boolean measure = isQuantity(word) && exponent > 1 && !isDigit(word.charAt(word.length() - 1));
        return measure && word.substring(1, exponent).chars().allMatch(c -> isDigit((char) c))
                ? word.substring(1, exponent)
                : "";
    }

    private static int addWord(String plain, int from, List<String> words) {
        int to = from;
        boolean hasDigit = false;
        while (to < plain.length()
                && PlainText.isWordPart(plain.charAt(to))
                && !PlainText.isUnspaced(plain.charAt(to))) {
            hasDigit |= isDigit(plain.charAt(to));
            to++;
        }
        String word = plain.substring(from, to);
        if (hasDigit) {
            words.add(QUANTITY + word);
        } else if (!FILLER.contains(word)) {
            words.add(word);
        }
        return to;
    }

    private static int addQuantity(String plain, int from, List<String> words) {
        int to = from;
        while (to < plain.length() && (isDigit(plain.charAt(to)) || isPointInNumber(plain, to))) {
            to++;
        }
        int unitFrom = to < plain.length() && plain.charAt(to) == ' ' ? to + 1 : to;
        int unitTo = endOfUnit(plain, unitFrom);
        BaseUnit unit = UNITS.get(plain.substring(unitFrom, unitTo));
        String number = plain.substring(from, to);
        if (unit != null) {
            words.add(QUANTITY + inBaseUnit(number, unit.powerOfTen) + unit.name);
            return unitTo;
        }
        if (unitFrom == to && unitTo > to && !PlainText.isUnspaced(plain.charAt(to))) {
            words.add(QUANTITY + plain.substring(from, unitTo));
            return unitTo;
        }
        words.add(QUANTITY + inBaseUnit(number, 0));
        return to;
    }

    private static int endOfUnit(String plain, int from) {
        int to = from;
        boolean unspaced = from < plain.length() && PlainText.isUnspaced(plain.charAt(from));
        while (to < plain.length() && PlainText.isWordPart(plain.charAt(to)) && (!unspaced || to < from + 2)) {
            if (PlainText.isUnspaced(plain.charAt(to)) != unspaced) {
                break;
            }
            to++;
        }
        return unspaced && !UNITS.containsKey(plain.substring(from, to)) ? Math.min(to, from + 1) : to;
    }

    /** The number times a power of ten, its digits without leading or trailing zeros: {@code 0.50} by 3 is {@code 5e2}. */
    private static String inBaseUnit(String number, int powerOfTen) {
        int point = number.indexOf('.');
        String digits = point < 0 ? number : number.substring(0, point) + number.substring(point + 1);
        int exponent = powerOfTen - (point < 0 ? 0 : number.length() - point - 1);
        int first = 0;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
        }
        int last = digits.length();
        while (last > first + 1 && digits.charAt(last - 1) == '0') {
            last--;
            exponent++;
        }
        return digits.substring(first, last) + "e" + exponent;
    }

    private static boolean isPointInNumber(String plain, int at) {
        return plain.charAt(at) == '.'
                && at + 1 < plain.length()
                && isDigit(plain.charAt(at + 1))
                && plain.lastIndexOf('.', at - 1) < lastNonDigit(plain, at);
    }

    private static int lastNonDigit(String plain, int before) {
        int at = before - 1;
        while (at >= 0 && isDigit(plain.charAt(at))) {
            at--;
        }
        return at < 0 ? 0 : plain.charAt(at) == '.' ? at : at + 1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
