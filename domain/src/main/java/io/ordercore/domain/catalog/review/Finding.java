package io.ordercore.domain.catalog.review;

/**
 * One thing the review found.
 *
 * @param rule the name of the rule that found it
 * @param field where, as a JSON pointer into the content: {@code /variants/2/price}
 * @param value what stands there, cut to 200 characters
 * @param limit what the rule set allows, as a number, a word or a list
 * @param ruleVersion the version of the rule set that judged
 */
public record Finding(
        String rule,
        FindingCode code,
        Severity severity,
        String field,
        String value,
        String limit,
        String ruleVersion) {
    private static final int LONGEST_VALUE = 200;

    public Finding {
        value = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
    }
}
