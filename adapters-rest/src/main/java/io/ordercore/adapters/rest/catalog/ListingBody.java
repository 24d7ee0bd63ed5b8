package io.ordercore.adapters.rest.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.ordercore.adapters.rest.Conversion;
import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.domain.catalog.Attribute;
import io.ordercore.domain.catalog.CategoryPath;
import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.Picture;
import io.ordercore.domain.catalog.PictureClaim;
import io.ordercore.domain.catalog.PictureFacts;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.Variant;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant says about goods. It may be incomplete; the review says what is missing.
 *
 * @param category from the root down, {@code A > B > C}
 * @param pictures the leading picture first
 */
@Schema(name = "ListingContent")
record ListingBody(
        @NotNull @Size(max = 1_000) String title,
        @Nullable @Size(max = 20_000) String description,
        @Nullable @Size(max = 480) String category,
        @Nullable @Size(max = 200) String brand,
        @Nullable @Size(max = 40) String gtin,
        @Nullable @Size(max = 200) List<@NotNull @Valid AttributeBody> attributes,
        @Nullable @Size(max = 30) List<@NotNull @Valid PictureBody> pictures,
        @Nullable @Size(max = 500) List<@NotNull @Valid VariantBody> variants) {

    /** One stated property. */
    @Schema(name = "ListingAttribute")
    record AttributeBody(
            @NotNull @Size(min = 1, max = 60) String name,
            @NotNull @Size(min = 1, max = 500) String value,
            @Nullable @Size(max = 20) String unit) {}

    /**
     * A picture; its web address alone will do.
     *
     * @param sha256 of the file, in hexadecimal digits
     * @param measured what its bytes say: in answers, once somebody has looked; no notice is taken of it in requests
     */
    @Schema(name = "ListingPicture")
    record PictureBody(
            @NotNull @Size(max = 2_000) String url,
            @Nullable @Min(1) @Max(1_000_000) Integer width,
            @Nullable @Min(1) @Max(1_000_000) Integer height,
            @Nullable @Min(1) Long bytes,

            @Nullable @Pattern(regexp = "[0-9A-Fa-f]{64}") String sha256,
            @Nullable MeasuredBody measured) {
        @JsonCreator
        PictureBody {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static PictureBody at(String url) {
            return new PictureBody(url, null, null, null, null, null);
        }

        static PictureBody of(Picture picture) {
            PictureClaim said = picture.claimed();
            PictureFacts facts = picture.facts();
            return new PictureBody(
                    picture.url(),
                    said.width(),
                    said.height(),
                    said.bytes(),
                    said.sha256(),
                    facts == null ? null : MeasuredBody.of(facts));
        }

        Picture picture() {
            return new Picture(url, new PictureClaim(width, height, bytes, sha256), null);
        }
    }

    /** What the bytes of a picture say. */
    @Schema(name = "ListingPictureMeasured")
    record MeasuredBody(String type, int width, int height, long bytes, String sha256) {
        static MeasuredBody of(PictureFacts facts) {
            return new MeasuredBody(facts.type(), facts.width(), facts.height(), facts.bytes(), facts.sha256());
        }
    }

    /** One buyable form. */
    @Schema(name = "ListingVariant")
    record VariantBody(
            @NotNull @Size(min = 1, max = 64) String sku,
            @Nullable @Size(max = 60) String colour,
            @Nullable @Size(max = 60) String size,
            @NotNull @Valid MoneyBody price,
            long stock) {}

    static ListingBody of(ListingContent content) {
        return new ListingBody(
                content.title(),
                content.description(),
                content.category() == null ? null : content.category().toString(),
                content.brand(),
                content.gtin(),
                content.attributes().stream()
                        .map(it -> new AttributeBody(it.name(), it.value(), it.unit()))
                        .toList(),
                content.pictures().stream().map(PictureBody::of).toList(),
                content.variants().stream()
                        .map(it -> new VariantBody(
                                it.sku().value(), it.colour(), it.size(), MoneyBody.of(it.price()), it.stock()))
                        .toList());
    }

    /** What its merchant says, without what others found. */
    static ListingBody asSaid(ListingContent content) {
        return of(content.withPictures(content.pictures().stream()
                .map(picture -> new Picture(picture.url(), picture.claimed(), null))
                .toList()));
    }

    /** The content, once every part of it can be one. */
    ListingContent content() {
        Conversion conversion = new Conversion();
        String path = category;
        CategoryPath checkedCategory =
                path == null ? null : conversion.at("/category", "invalid-category", () -> CategoryPath.of(path));
        List<Attribute> checkedAttributes = attributes(conversion);
        List<Picture> checkedPictures = pictures(conversion);
        List<Variant> checkedVariants = variants(conversion);
        conversion.finish();
        return new ListingContent(
                title,
                orEmpty(description),
                checkedCategory,
                orEmpty(brand),
                orEmpty(gtin),
                checkedAttributes,
                checkedPictures,
                checkedVariants);
    }

    private List<Attribute> attributes(Conversion conversion) {
        List<Attribute> checked = new ArrayList<>();
        List<AttributeBody> given = attributes == null ? List.of() : attributes;
        for (int i = 0; i < given.size(); i++) {
            AttributeBody each = given.get(i);
            Attribute attribute = conversion.at(
                    "/attributes/" + i,
                    "invalid-attribute",
                    () -> new Attribute(each.name(), each.value(), orEmpty(each.unit())));
            if (attribute != null) {
                checked.add(attribute);
            }
        }
        return checked;
    }

    private List<Picture> pictures(Conversion conversion) {
        List<Picture> checked = new ArrayList<>();
        List<PictureBody> given = pictures == null ? List.of() : pictures;
        for (int i = 0; i < given.size(); i++) {
            Picture picture = conversion.at("/pictures/" + i, "invalid-picture", given.get(i)::picture);
            if (picture != null) {
                checked.add(picture);
            }
        }
        return checked;
    }

    private List<Variant> variants(Conversion conversion) {
        List<Variant> checked = new ArrayList<>();
        List<VariantBody> given = variants == null ? List.of() : variants;
        for (int i = 0; i < given.size(); i++) {
            VariantBody each = given.get(i);
            String pointer = "/variants/" + i;
            Sku sku = conversion.at(pointer + "/sku", "invalid-sku", () -> new Sku(each.sku()));
            Money price = each.price().money(conversion, pointer + "/price");
            if (sku == null || price == null) {
                continue;
            }
            Variant variant = conversion.at(
                    pointer,
                    "invalid-variant",
                    () -> new Variant(sku, orEmpty(each.colour()), orEmpty(each.size()), price, each.stock()));
            if (variant != null) {
                checked.add(variant);
            }
        }
        return checked;
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
