package badfixture.application.order;

public class OpenService {
    public int orders() {
        return 0;
    }
}
