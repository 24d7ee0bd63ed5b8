package io.ordercore.domain.catalog;

import java.util.Arrays;
import java.util.List;

/**
 * Where goods stand in the category tree, from the root down: {@code Beauty & Hygiene > Skin Care > Face Care}.
 *
 * @param names 1 to 6 names of 1 to 80 characters, none holding {@code >} or {@code |}
 */
public record CategoryPath(List<String> names) {
    private static final int DEEPEST = 6;
    private static final int LONGEST_NAME = 80;
    private static final String SEPARATOR = " > ";

    public CategoryPath {
        names = names.stream().map(String::strip).toList();
        if (names.isEmpty() || names.size() > DEEPEST || !names.stream().allMatch(CategoryPath::isName)) {
            throw new IllegalArgumentException("a category path has 1 to 6 names of 1 to 80 characters");
        }
    }

    /** Reads {@code A > B > C}. */
    public static CategoryPath of(String path) {
        return new CategoryPath(Arrays.asList(path.split(">", -1)));
    }

    public boolean isWithin(CategoryPath ancestor) {
        return names.size() >= ancestor.names.size()
                && names.subList(0, ancestor.names.size()).equals(ancestor.names);
    }

    /** The first {@code depth} names, or all of them where there are fewer. */
    public CategoryPath upTo(int depth) {
        return depth >= names.size() ? this : new CategoryPath(names.subList(0, depth));
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.length() <= LONGEST_NAME && name.indexOf('|') < 0 && name.indexOf('>') < 0;
    }

    @Override
    public String toString() {
        return String.join(SEPARATOR, names);
    }
}
