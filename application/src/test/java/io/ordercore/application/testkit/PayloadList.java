package io.ordercore.application.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The longest list of like elements in a payload (JSON objects in an array, XML siblings, or lines), so that the kit can
 * shuffle, repeat and cut it without knowing the carrier's format.
 */
record PayloadList(String head, List<String> elements, String separator, String tail) {
    private static final Pattern XML_ELEMENT =
            Pattern.compile("<([A-Za-z][\\w.-]*)(?:\\s[^<>]*)?(?:/>|>.*?</\\1>)", Pattern.DOTALL);

    /** Absent when the payload has no list of two or more. */
    static @Nullable PayloadList in(String payload) {
        PayloadList json = json(payload, "\"");
        if (json == null) {
            json = json(payload, "\\\"");
        }
        if (json != null) {
            return json;
        }
        return payload.stripLeading().startsWith("<") ? xml(payload) : lines(payload);
    }

    String reversed() {
        List<String> copy = new ArrayList<>(elements);
        Collections.reverse(copy);
        return with(copy);
    }

    String shuffled(Random random) {
        List<String> copy = new ArrayList<>(elements);
        Collections.shuffle(copy, random);
        return with(copy);
    }

    String doubled() {
        List<String> copy = new ArrayList<>(elements);
        copy.addAll(elements);
        return with(copy);
    }

    String firstHalf() {
        return with(elements.subList(0, (elements.size() + 1) / 2));
    }

    private String with(List<String> some) {
        return head + String.join(separator, some) + tail;
    }

    private static @Nullable PayloadList json(String text, String quote) {
        PayloadList best = null;
        int from = quote.length() == 1 ? 0 : Math.max(0, text.indexOf("{\\\""));
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) == '[') {
                PayloadList found = arrayAt(text, at, quote);
                if (found != null
                        && (best == null
                                || found.elements().size() > best.elements().size())) {
                    best = found;
                }
            }
        }
        return best;
    }

    private static @Nullable PayloadList arrayAt(String text, int open, String quote) {
        List<String> elements = new ArrayList<>();
        int depth = 0;
        int start = -1;
        boolean quoted = false;
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (text.startsWith(quote, i)) {
                quoted = !quoted;
                i += quote.length() - 1;
                if (depth == 0) {
                    return null;
                }
            } else if (c == '\\') {
                i++;
            } else if (!quoted && c == '{') {
                start = depth++ == 0 ? i : start;
            } else if (!quoted && c == '}') {
                if (--depth == 0) {
                    elements.add(text.substring(start, i + 1));
                }
            } else if (!quoted && c == ']' && depth == 0) {
                return elements.size() < 2
                        ? null
                        : new PayloadList(text.substring(0, open + 1), elements, ",", text.substring(i));
            }
        }
        return null;
    }

    private static @Nullable PayloadList xml(String text) {
        PayloadList best = null;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            Matcher matcher = XML_ELEMENT.matcher(text).region(at, text.length());
            List<String> elements = new ArrayList<>();
            String name = null;
            int end = at;
            while (matcher.lookingAt() && (name == null || name.equals(matcher.group(1)))) {
                name = matcher.group(1);
                elements.add(matcher.group());
                end = matcher.end();
                int next = end;
                while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                    next++;
                }
                matcher.region(next, text.length());
            }
            if (elements.size() > 1
                    && (best == null || elements.size() > best.elements().size())) {
                best = new PayloadList(text.substring(0, at), elements, "", text.substring(end));
            }
        }
        return best;
    }

    private static @Nullable PayloadList lines(String text) {
        List<String> lines = text.lines().toList();
        return lines.size() < 2 ? null : new PayloadList("", lines, "\n", "\n");
    }
}
