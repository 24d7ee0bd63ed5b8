package badfixture.adapters.logistics;

public final class TalksToItself {
    private TalksToItself() {}

    public static void track(String number) {
        System.out.println(number);
    }
}
