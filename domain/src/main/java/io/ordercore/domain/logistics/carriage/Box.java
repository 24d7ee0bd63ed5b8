package io.ordercore.domain.logistics.carriage;

/**
 * One box as it is packed.
 *
 * @param lengthMm longest side first, millimetres
 */
public record Box(int weightGrams, int lengthMm, int widthMm, int heightMm) {
    public Box {
        if (weightGrams < 1 || lengthMm < 1 || widthMm < 1 || heightMm < 1) {
            throw new IllegalArgumentException("a box weighs something and has three sides");
        }
    }
}
