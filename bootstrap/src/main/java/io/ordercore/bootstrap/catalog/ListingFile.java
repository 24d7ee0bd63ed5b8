package io.ordercore.bootstrap.catalog;

import io.ordercore.application.catalog.listing.ImportListings;
import io.ordercore.bootstrap.csv.BadFileException;
import io.ordercore.bootstrap.csv.CsvFile;
import io.ordercore.bootstrap.csv.CsvRow;
import io.ordercore.domain.catalog.CategoryPath;
import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.Picture;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.Variant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A table of listings, one variant a row. Of each line below the first column that is there counts.
 *
 * <table>
 *   <caption>Columns</caption>
 *   <tr><td>id</td><td>{@code id, sku, index}, with the prefix in front; required</td></tr>
 *   <tr><td>title</td><td>{@code title, product, name}; required</td></tr>
 *   <tr><td>price</td><td>{@code price, sale_price}, above zero; required</td></tr>
 *   <tr><td>category</td><td>{@code category} and, below it, {@code sub_category} and {@code type}</td></tr>
 *   <tr><td>others</td><td>{@code description; brand; gtin, ean, barcode; stock, quantity; colour, color; size;
 *       image, image_link}</td></tr>
 * </table>
 *
 * The other columns are ignored.
 */
public final class ListingFile {
    private final Path path;
    private final String prefix;
    private final CurrencyUnit currency;

    /**
     * A file at a path.
     *
     * @param prefix goes in front of every id, to tell merchants' numbers apart; may be empty
     * @param currency of all prices
     */
    public ListingFile(Path path, String prefix, CurrencyUnit currency) {
        this.path = path;
        this.prefix = prefix;
        this.currency = currency;
    }

    /** What a file holds: rows that can be listings, and for every other row one sentence. */
    public record Contents(List<ImportListings.Row> rows, List<String> problems) {}

    /**
     * Reads the whole file.
     *
     * @throws BadFileException if there is no such file, or it is no table
     */
    public Contents read() {
        List<ImportListings.Row> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        CsvFile.at(path).forEach(row -> {
            try {
                rows.add(read(row));
            } catch (IllegalArgumentException | ArithmeticException | BadFileException e) {
                problems.add("row " + row.line() + ": " + e.getMessage());
            }
        });
        return new Contents(rows, problems);
    }

    private ImportListings.Row read(CsvRow row) {
        String id = prefix + required(row, "id", "sku", "index");
        Variant variant = new Variant(
                new Sku(id),
                first(row, "colour", "color").orElse(""),
                first(row, "size").orElse(""),
                price(required(row, "price", "sale_price")),
                Long.parseLong(first(row, "stock", "quantity").orElse("0")));
        return new ImportListings.Row(
                new ListingId(id),
                new ListingContent(
                        required(row, "title", "product", "name"),
                        first(row, "description").orElse(""),
                        category(row),
                        first(row, "brand").orElse(""),
                        first(row, "gtin", "ean", "barcode").orElse(""),
                        List.of(),
                        first(row, "image", "image_link").map(url -> new Picture(url, null)).stream()
                                .toList(),
                        List.of(variant)));
    }

    private static CategoryPath category(CsvRow row) {
        List<String> names = Stream.of("category", "sub_category", "type")
                .flatMap(column -> row.optional(column).stream())
                .flatMap(text -> Arrays.stream(text.split(">", -1)))
                .map(name -> name.replace('|', '/'))
                .toList();
        return new CategoryPath(names);
    }

    private Money price(String text) {
        try {
            return Money.of(currency, new BigDecimal(text), RoundingMode.HALF_UP);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the price is no number: " + text, e);
        }
    }

    private static String required(CsvRow row, String... columns) {
        return first(row, columns)
                .orElseThrow(() -> new IllegalArgumentException(String.join(" or ", columns) + " is missing"));
    }

    private static Optional<String> first(CsvRow row, String... columns) {
        return Arrays.stream(columns)
                .map(row::optional)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
