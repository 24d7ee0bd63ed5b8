package badfixture.domain.order;

public final class ChangesItsMind {
    private int changes;

    private ChangesItsMind(int changes) {
        this.changes = changes;
    }

    public static ChangesItsMind undecided() {
        return new ChangesItsMind(0);
    }

    public int change() {
        return ++changes;
    }
}
