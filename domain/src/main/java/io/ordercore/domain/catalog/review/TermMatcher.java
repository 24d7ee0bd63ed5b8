package io.ordercore.domain.catalog.review;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/**
 * Finds every one of many terms in one pass over a text: the automaton of Aho and Corasick (1975). The time does not depend on
 * how many terms there are.
 *
 * <p>A term of a spaced script matches whole words only. Blanks and marks put between ideographs to break a term are skipped.
 */
final class TermMatcher {
    /** Term {@code index} at {@code start} (inclusive) to {@code end} (exclusive) of the plain text. */
    record Match(int index, int start, int end) {
        boolean isWithin(Match other) {
            return start >= other.start && end <= other.end;
        }
    }

    private static final int ROOT = 0;
    private static final int NONE = -1;
    private static final String BREAKERS = " *-_.·~|/";

    private final List<String> terms;
    private final Edges edges;
    private final int[] fallback;
    private final int[] termAt;
    private final int[] nextOutput;

    /** @param terms in {@link PlainText}, none empty */
    TermMatcher(List<String> terms) {
        this.terms = terms.stream().map(TermMatcher::withoutBreakers).toList();
        int most = 1 + this.terms.stream().mapToInt(String::length).sum();
        edges = new Edges(most);
        fallback = new int[most];
        termAt = new int[most];
        nextOutput = new int[most];
        Arrays.fill(termAt, NONE);
        int states = 1;
        for (int i = 0; i < this.terms.size(); i++) {
            states = addTerm(i, states);
        }
        linkFallbacks();
    }

    /** All matches in a plain text, in the order of their ends. */
    List<Match> matchesIn(String plain) {
        List<Match> found = new ArrayList<>(2);
        int[] positions = new int[plain.length()];
        int length = 0;
        int state = ROOT;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (isBreaker(plain, i)) {
                continue;
            }
            positions[length++] = i;
            state = next(state, c);
            for (int at = state; at != ROOT; at = nextOutput[at]) {
                if (termAt[at] != NONE) {
                    addIfWhole(plain, termAt[at], positions, length, found);
                }
            }
        }
        return found;
    }

    private void addIfWhole(String plain, int index, int[] positions, int length, List<Match> found) {
        int start = positions[length - terms.get(index).length()];
        int end = positions[length - 1] + 1;
        if (isEdge(plain, start - 1, start) && isEdge(plain, end, end - 1)) {
            found.add(new Match(index, start, end));
        }
    }

    /** Whether the term's own end at {@code inside} is a word's end, given the neighbour at {@code outside}. */
    private static boolean isEdge(String plain, int outside, int inside) {
        if (outside < 0 || outside >= plain.length()) {
            return true;
        }
        char neighbour = plain.charAt(outside);
        char own = plain.charAt(inside);
        return !PlainText.isWordPart(neighbour)
                || !PlainText.isWordPart(own)
                || PlainText.isUnspaced(own)
                || PlainText.isUnspaced(neighbour);
    }

    private int next(int from, char c) {
        int state = from;
        while (true) {
            int to = edges.get(state, c);
            if (to != NONE) {
                return to;
            }
            if (state == ROOT) {
                return ROOT;
            }
            state = fallback[state];
        }
    }

    private int addTerm(int index, int states) {
        String term = terms.get(index);
        int state = ROOT;
        int count = states;
        for (int i = 0; i < term.length(); i++) {
            int to = edges.get(state, term.charAt(i));
            if (to == NONE) {
                to = count++;
                edges.put(state, term.charAt(i), to);
            }
            state = to;
        }
        termAt[state] = index;
        return count;
    }

    private void linkFallbacks() {
        Queue<Integer> open = new ArrayDeque<>();
        edges.forEachFrom(ROOT, (c, to) -> open.add(to));
        while (!open.isEmpty()) {
            int state = open.remove();
            int back = fallback[state];
            nextOutput[state] = termAt[back] != NONE ? back : nextOutput[back];
            edges.forEachFrom(state, (c, to) -> {
                fallback[to] = next(back, c);
                open.add(to);
            });
        }
    }

    /** A mark inside a run of ideographs, put there to break a term or by habit. */
    private static boolean isBreaker(String plain, int at) {
        return BREAKERS.indexOf(plain.charAt(at)) >= 0
                && isIdeograph(plain, beyondBreakers(plain, at, -1))
                && isIdeograph(plain, beyondBreakers(plain, at, 1));
    }

    private static int beyondBreakers(String plain, int from, int step) {
        int at = from;
        while (at >= 0 && at < plain.length() && BREAKERS.indexOf(plain.charAt(at)) >= 0) {
            at += step;
        }
        return at;
    }

    private static boolean isIdeograph(String plain, int at) {
        return at >= 0 && at < plain.length() && PlainText.isUnspaced(plain.charAt(at));
    }

    private static String withoutBreakers(String term) {
        StringBuilder kept = new StringBuilder(term.length());
        for (int i = 0; i < term.length(); i++) {
            if (!isBreaker(term, i)) {
                kept.append(term.charAt(i));
            }
        }
        return kept.toString();
    }
}
