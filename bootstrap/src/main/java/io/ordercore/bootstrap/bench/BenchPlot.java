package io.ordercore.bootstrap.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Rate against connections, a line for each series, as SVG. */
final class BenchPlot {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 480;
    private static final int LEFT = 70;
    private static final int RIGHT = 300;
    private static final int TOP = 30;
    private static final int BOTTOM = 50;
    private static final int STEPS = 5;
    private static final List<String> COLOURS =
            List.of("#1b6ca8", "#c0392b", "#27864a", "#8e5aa8", "#b9770e", "#4a5560", "#0e8c8c", "#a83279");

    private final Map<String, Map<Integer, Double>> series = new LinkedHashMap<>();

    void add(String name, int connections, double rate) {
        series.computeIfAbsent(name, none -> new TreeMap<>()).put(connections, rate);
    }

    String svg() {
        double highest = series.values().stream()
                .flatMap(points -> points.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        StringBuilder svg = new StringBuilder();
        line(
                svg,
                "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-family='sans-serif' font-size='12'>",
                WIDTH,
                HEIGHT);
        line(svg, "<rect width='100%%' height='100%%' fill='white'/>");
        axes(svg, highest);
        int number = 0;
        for (Map.Entry<String, Map<Integer, Double>> one : series.entrySet()) {
            draw(svg, one.getKey(), one.getValue(), highest, number);
            number++;
        }
        return svg.append("</svg>\n").toString();
    }

    private static void axes(StringBuilder svg, double highest) {
        for (int i = 0; i <= STEPS; i++) {
            double rate = highest * i / STEPS;
            line(
                    svg,
                    "<line x1='%d' x2='%d' y1='%.1f' y2='%3$.1f' stroke='#ddd'/>",
                    LEFT,
                    WIDTH - RIGHT,
                    y(rate, highest));
            line(svg, "<text x='%d' y='%.1f' text-anchor='end'>%.0f</text>", LEFT - 8, y(rate, highest) + 4, rate);
        }
        for (int connections = 1; connections <= 512; connections *= 2) {
            line(
                    svg,
                    "<text x='%.1f' y='%d' text-anchor='middle'>%d</text>",
                    x(connections),
                    HEIGHT - BOTTOM + 18,
                    connections);
        }
        line(
                svg,
                "<text x='%d' y='%d' text-anchor='middle'>connections</text>",
                (LEFT + WIDTH - RIGHT) / 2,
                HEIGHT - 10);
        line(svg, "<text x='%d' y='%d'>answers per second</text>", LEFT, TOP - 12);
    }

    private static void draw(StringBuilder svg, String name, Map<Integer, Double> points, double highest, int number) {
        String colour = COLOURS.get(number % COLOURS.size());
        StringBuilder path = new StringBuilder();
        points.forEach((connections, rate) -> {
            path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(connections), y(rate, highest)));
            line(svg, "<circle cx='%.1f' cy='%.1f' r='3' fill='%s'/>", x(connections), y(rate, highest), colour);
        });
        line(
                svg,
                "<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>",
                path.toString().strip(),
                colour);
        int at = TOP + 18 * number;
        line(svg, "<text x='%d' y='%d' fill='%s'>%s</text>", WIDTH - RIGHT + 20, at + 4, colour, name);
    }

    private static double x(int connections) {
        return LEFT + (WIDTH - LEFT - RIGHT) * Math.log(connections) / Math.log(512);
    }

    private static double y(double rate, double highest) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - rate / highest);
    }

    private static void line(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
