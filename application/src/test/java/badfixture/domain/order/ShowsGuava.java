package badfixture.domain.order;

import com.google.common.collect.ImmutableList;
import java.util.List;

public record ShowsGuava(List<String> lines) {
    public ImmutableList<String> copy() {
        return ImmutableList.copyOf(lines);
    }
}
