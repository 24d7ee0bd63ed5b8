package badfixture.application.order;

public final class OrderHelper {
    private OrderHelper() {}
}
