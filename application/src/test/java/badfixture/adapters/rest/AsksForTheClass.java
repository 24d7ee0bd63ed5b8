package badfixture.adapters.rest;

import badfixture.domain.order.Answer;

public final class AsksForTheClass {
    private AsksForTheClass() {}

    public static int status(Answer answer) {
        return answer instanceof Answer.Yes ? 200 : 409;
    }
}
