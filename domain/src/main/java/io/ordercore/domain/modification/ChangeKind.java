package io.ordercore.domain.modification;

/** What somebody may want to change. The names are stable. */
public enum ChangeKind {
    ADDRESS,
    /** The recipient's name or telephone number. */
    CONTACT,
    DELIVERY_WINDOW,
    /** Another colour or size instead. */
    VARIANT,
    QUANTITY_UP,
    QUANTITY_DOWN,
    ADD_LINE,
    DROP_LINE,
    CANCEL,
    /** A word to whoever packs. */
    NOTE;

    /** Whether goods or their label are touched, so that whoever holds them has to know. */
    boolean touchesGoods() {
        return this != NOTE;
    }

    /** Whether more units are asked for, from the shelf. */
    boolean asksForMore() {
        return this == QUANTITY_UP || this == ADD_LINE;
    }
}
