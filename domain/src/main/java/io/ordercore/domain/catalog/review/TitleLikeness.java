package io.ordercore.domain.catalog.review;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Whether another title names the same goods as this one: the same words in any order, but for the brand, at most two slips of
 * the pen in all and one quantity in another unit.
 *
 * <p>Names that differ in a whole word are different goods, and so are "sliced" and "diced": a slip is believed only where one
 * of the two words is not a familiar one.
 */
final class TitleLikeness {
    private static final int MOST_SLIPS = 2;
    /** Below so many letters a word is no slip of another. */
    private static final int SHORTEST_SLIPPED = 3;
    /** From so many letters on a word may hold two slips. */
    private static final int TWICE_SLIPPED = 5;

    private final List<String> words;
    private final List<String> brand;
    private final Set<String> familiar;

    /** @param familiar words that several live titles use */
    TitleLikeness(String title, String brand, Set<String> familiar) {
        this.words = Words.of(title);
        this.brand = Words.of(brand);
        this.familiar = familiar;
    }

    boolean nearSame(String otherTitle, String otherBrand) {
        List<String> others = Words.of(otherTitle);
        List<String> otherBrandWords = Words.of(otherBrand);
        if (words.isEmpty()
                || Math.abs(words.size() - others.size()) > brand.size() + otherBrandWords.size()
                || !brandsAgree(otherBrandWords)) {
            return false;
        }
        List<String> left = new ArrayList<>(words);
        int shared = removeShared(left, others);
        if (left.size() == others.size() && left.size() > MOST_SLIPS + 1 + brand.size()) {
            return false;
        }
        removeShared(left, new ArrayList<>(otherBrandWords));
        removeShared(left, new ArrayList<>(brand));
        removeShared(others, new ArrayList<>(brand));
        removeShared(others, new ArrayList<>(otherBrandWords));
        return left.size() == others.size() && isExplained(left, others, shared);
    }

    /** The same brand, or one of them not stated. */
    private boolean brandsAgree(List<String> other) {
        return brand.isEmpty()
                || other.isEmpty()
                || Slips.between(String.join("", brand), String.join("", other), 1) <= 1;
    }

    /** Takes equal words out of both lists, pair by pair, and says how many pairs there were. */
    private static int removeShared(List<String> words, List<String> others) {
        int shared = 0;
        for (Iterator<String> each = words.iterator(); each.hasNext(); ) {
            if (others.remove(each.next())) {
                each.remove();
                shared++;
            }
        }
        return shared;
    }

    private boolean isExplained(List<String> left, List<String> others, int shared) {
        int slipsLeft = shared == 0 ? 1 : MOST_SLIPS;
        boolean unitLeft = true;
        for (String word : left) {
            if (Words.isQuantity(word)) {
                if (!unitLeft || !removeSameNumber(word, others)) {
                    return false;
                }
                unitLeft = false;
                continue;
            }
            int slips = removeSlipped(word, others, slipsLeft);
            if (slips > slipsLeft) {
                return false;
            }
            slipsLeft -= slips;
        }
        return true;
    }

    /** Removes the other word nearest to one and says how many slips lie between; more than {@code most} for none. */
    private int removeSlipped(String word, List<String> others, int most) {
        int best = most + 1;
        int bestAt = -1;
        for (int i = 0; i < others.size(); i++) {
            int slips = slipsBetween(word, others.get(i), most);
            if (slips < best) {
                best = slips;
                bestAt = i;
            }
        }
        if (bestAt >= 0) {
            others.remove(bestAt);
        }
        return best;
    }

    private int slipsBetween(String word, String other, int most) {
        int longer = Math.max(word.length(), other.length());
        int allowed = longer < SHORTEST_SLIPPED ? 0 : longer < TWICE_SLIPPED ? 1 : Math.min(most, 2);
        if (Words.isQuantity(other) || (familiar.contains(word) && familiar.contains(other))) {
            return most + 1;
        }
        int slips = Slips.between(word, other, allowed);
        return slips > allowed ? most + 1 : slips;
    }

    /** Removes a quantity with the same digits and some other unit: 500 g written as 500 ml. */
    private static boolean removeSameNumber(String quantity, List<String> others) {
        String digits = Words.digitsOfMeasure(quantity);
        for (int i = 0; i < others.size(); i++) {
            if (!digits.isEmpty() && digits.equals(Words.digitsOfMeasure(others.get(i)))) {
                others.remove(i);
                return true;
            }
        }
        return false;
    }
}
