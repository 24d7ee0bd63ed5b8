package badfixture.domain.order;

public final class Mishap extends RuntimeException {
    private static final long serialVersionUID = 1;
}
