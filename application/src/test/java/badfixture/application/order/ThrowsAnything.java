package badfixture.application.order;

public final class ThrowsAnything {
    private ThrowsAnything() {}

    public static RuntimeException failure() {
        return new RuntimeException("something went wrong");
    }
}
