package io.ordercore.adapters.rest;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list.
 *
 * @param next the {@code after} of the next page; absent on the last one
 */
@Schema(name = "Page", description = "Some of a list; next is the after of the next page, absent on the last one.")
public record Page<T>(List<T> items, @Nullable String next) {
    private static final int USUAL = 20;
    /** Items of the longest page. */
    public static final int LONGEST = 100;

    public Page {
        items = List.copyOf(items);
    }

    /** The limit a caller asks for, 20 if none. */
    public static int limit(@Nullable String asked) {
        if (asked == null) {
            return USUAL;
        }
        if (!asked.matches("[0-9]{1,4}") || Integer.parseInt(asked) < 1 || Integer.parseInt(asked) > LONGEST) {
            throw Parameters.invalid("limit");
        }
        return Integer.parseInt(asked);
    }

    /**
     * A page of what was found.
     *
     * @param found one item more than {@code limit}, if there are more
     */
    public static <S, T> Page<T> of(List<S> found, int limit, Function<S, T> view, Function<S, Object> cursor) {
        boolean more = found.size() > limit;
        List<S> shown = more ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(view).toList(),
                more ? cursor.apply(shown.get(limit - 1)).toString() : null);
    }
}
