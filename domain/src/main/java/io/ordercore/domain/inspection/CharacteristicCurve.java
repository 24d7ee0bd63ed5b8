package io.ordercore.domain.inspection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws an {@link OperatingCharacteristic} as a stand-alone SVG 1.1 picture. */
public final class CharacteristicCurve {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;
    private static final int MARGIN = 44;

    private CharacteristicCurve() {}

    /** The curve with the producer's risk marked at the AQL and the consumer's at the limiting quality (one in ten). */
    public static String svg(OperatingCharacteristic characteristic, Aql aql) {
        List<OperatingCharacteristic.Point> points = characteristic.curve();
        BigDecimal worst = points.get(points.size() - 1).quality();
        BigDecimal limit = aql.value().movePointLeft(2);
        BigDecimal limiting = OperatingCharacteristic.rounded(characteristic.qualityAccepted(0.10));
        BigDecimal atLimit = OperatingCharacteristic.rounded(characteristic.acceptance(limit.doubleValue()));
        String line = points.stream()
                .map(point -> x(point.quality(), worst) + "," + y(point.acceptance()))
                .collect(Collectors.joining(" "));
        SamplingPlan plan = characteristic.plan();
        String title = String.format(
                Locale.ROOT,
                "n %d, Ac %d, Re %d at AQL %s",
                plan.sampleSize(),
                plan.acceptance(),
                plan.rejection(),
                aql);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-family="sans-serif" font-size="11">
                <title>Operating characteristic: %s</title>
                <rect width="100%%" height="100%%" fill="white"/>
                <path d="M%d %d V%d H%d" fill="none" stroke="black"/>
                %s%s<polyline points="%s" fill="none" stroke="#1f5fa8" stroke-width="2"/>
                %s%s<text x="%d" y="20">%s</text>
                <text x="%d" y="%d" text-anchor="end">per cent defective</text>
                </svg>
                """.formatted(
                        WIDTH,
                        HEIGHT,
                        title,
                        MARGIN,
                        MARGIN / 2,
                        HEIGHT - MARGIN,
                        WIDTH - MARGIN / 2,
                        horizontalTicks(worst),
                        verticalTicks(),
                        line,
                        mark(limit, atLimit, worst, "producer's risk " + BigDecimal.ONE.subtract(atLimit)),
                        mark(limiting, new BigDecimal("0.10"), worst, "limiting quality " + percent(limiting)),
                        MARGIN,
                        title,
                        WIDTH - MARGIN / 2,
                        HEIGHT - 6);
    }

    private static String mark(BigDecimal quality, BigDecimal acceptance, BigDecimal worst, String text) {
        return "<circle cx=\"%s\" cy=\"%s\" r=\"3.5\" fill=\"#b3261e\"/><text x=\"%s\" y=\"%s\" dx=\"7\" dy=\"-4\">%s</text>\n"
                .formatted(x(quality, worst), y(acceptance), x(quality, worst), y(acceptance), text);
    }

    private static String horizontalTicks(BigDecimal worst) {
        StringBuilder ticks = new StringBuilder();
        for (int i = 0; i <= 4; i++) {
            BigDecimal quality =
                    worst.multiply(BigDecimal.valueOf(i)).divide(BigDecimal.valueOf(4), RoundingMode.HALF_EVEN);
            ticks.append("<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text>\n"
                    .formatted(x(quality, worst), HEIGHT - MARGIN + 16, percent(quality)));
        }
        return ticks.toString();
    }

    private static String verticalTicks() {
        StringBuilder ticks = new StringBuilder();
        for (int i = 0; i <= 4; i++) {
            BigDecimal probability = new BigDecimal(i).movePointLeft(2).multiply(BigDecimal.valueOf(25));
            ticks.append("<text x=\"%d\" y=\"%s\" text-anchor=\"end\">%s</text>\n"
                    .formatted(
                            MARGIN - 6,
                            y(probability),
                            probability.stripTrailingZeros().toPlainString()));
        }
        return ticks.toString();
    }

    private static String percent(BigDecimal quality) {
        return quality.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN) + " %";
    }

    private static BigDecimal x(BigDecimal quality, BigDecimal worst) {
        BigDecimal span = BigDecimal.valueOf(WIDTH - MARGIN - MARGIN / 2);
        return quality.multiply(span)
                .divide(worst, 1, RoundingMode.HALF_EVEN)
                .min(span)
                .add(BigDecimal.valueOf(MARGIN));
    }

    private static BigDecimal y(BigDecimal probability) {
        BigDecimal span = BigDecimal.valueOf(HEIGHT - MARGIN - MARGIN / 2);
        return BigDecimal.ONE
                .subtract(probability)
                .multiply(span)
                .setScale(1, RoundingMode.HALF_EVEN)
                .add(BigDecimal.valueOf(MARGIN / 2));
    }
}
