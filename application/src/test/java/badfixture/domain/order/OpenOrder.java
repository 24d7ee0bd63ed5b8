package badfixture.domain.order;

public class OpenOrder {
    protected OpenOrder() {}
}
