package io.ordercore.domain.catalog.review;

import java.util.Arrays;

/**
 * The edges of an automaton: (state, character) to state, in one open-addressed table, with the root's edges, asked for most
 * often, in an array of their own.
 */
final class Edges {
    @FunctionalInterface
    interface Visitor {
        void edge(char c, int to);
    }

    private static final int NONE = -1;
    private static final long EMPTY = -1L;

    private final int[] fromRoot = new int[Character.MAX_VALUE + 1];
    private final long[] keys;
    private final int[] targets;
    private final int[] firstEdge;
    private final int[] siblingEdge;
    private final char[] label;
    private final int mask;

    /** @param states how many states there will be at most, the root included */
    Edges(int states) {
        int size = Integer.highestOneBit(Math.max(4, states * 2)) * 2;
        keys = new long[size];
        targets = new int[size];
        mask = size - 1;
        firstEdge = new int[states];
        siblingEdge = new int[states];
        label = new char[states];
        Arrays.fill(fromRoot, NONE);
        Arrays.fill(keys, EMPTY);
        Arrays.fill(firstEdge, NONE);
        Arrays.fill(siblingEdge, NONE);
    }

    /** The state an edge leads to, or -1. */
    int get(int state, char c) {
        if (state == 0) {
            return fromRoot[c];
        }
        long key = key(state, c);
        for (int slot = slot(key); keys[slot] != EMPTY; slot = (slot + 1) & mask) {
            if (keys[slot] == key) {
                return targets[slot];
            }
        }
        return NONE;
    }

    /** Adds an edge to a state that had none leading to it. */
    void put(int state, char c, int to) {
        if (state == 0) {
            fromRoot[c] = to;
        } else {
            int slot = slot(key(state, c));
            while (keys[slot] != EMPTY) {
                slot = (slot + 1) & mask;
            }
            keys[slot] = key(state, c);
            targets[slot] = to;
        }
        siblingEdge[to] = firstEdge[state];
        firstEdge[state] = to;
        label[to] = c;
    }

    void forEachFrom(int state, Visitor visitor) {
        for (int to = firstEdge[state]; to != NONE; to = siblingEdge[to]) {
            visitor.edge(label[to], to);
        }
    }

    private static long key(int state, char c) {
        return ((long) state << Character.SIZE) | c;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & mask;
    }
}
