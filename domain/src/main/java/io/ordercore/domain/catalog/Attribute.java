package io.ordercore.domain.catalog;

/**
 * One stated property of goods, for example {@code weight 500 g}.
 *
 * @param name 1 to 60 characters
 * @param value 1 to 500 characters
 * @param unit as written, for example {@code g}; empty where the value has none
 */
public record Attribute(String name, String value, String unit) {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_VALUE = 500;
    private static final int LONGEST_UNIT = 20;

    public Attribute {
        name = name.strip();
        value = value.strip();
        unit = unit.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("an attribute's name has 1 to " + LONGEST_NAME + " characters");
        }
        if (value.isEmpty() || value.length() > LONGEST_VALUE || unit.length() > LONGEST_UNIT) {
            throw new IllegalArgumentException("an attribute has a value of 1 to " + LONGEST_VALUE
                    + " characters and a unit of at most " + LONGEST_UNIT);
        }
    }
}
