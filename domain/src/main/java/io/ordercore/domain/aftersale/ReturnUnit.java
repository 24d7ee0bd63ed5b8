package io.ordercore.domain.aftersale;

/**
 * One unit that is to come back.
 *
 * @param number from 1 within its return
 * @param line the order's line it is of
 */
public record ReturnUnit(int number, int line, Reception reception, Acceptance acceptance) {
    ReturnUnit at(Reception where) {
        return new ReturnUnit(number, line, where, acceptance);
    }

    ReturnUnit found(Acceptance what) {
        return new ReturnUnit(number, line, reception, what);
    }

    boolean isTakenBack() {
        return reception == Reception.RECEIVED && acceptance.isAccepted();
    }
}
