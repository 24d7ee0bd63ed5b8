package io.ordercore.domain.inspection;

/** How many units a lot size asks for: the general levels I to III (II unless agreed otherwise) and the small special levels. */
public enum InspectionLevel {
    S_1("S-1"),
    S_2("S-2"),
    S_3("S-3"),
    S_4("S-4"),
    I("I"),
    II("II"),
    III("III");

    private final String label;

    InspectionLevel(String label) {
        this.label = label;
    }

    /** As the standard prints it, for example {@code S-1}. */
    public String label() {
        return label;
    }
}
