package badfixture.domain.order;

public final class AnybodyMakesMe {
    public AnybodyMakesMe() {}
}
