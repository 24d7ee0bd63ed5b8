package io.ordercore.adapters.rest.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.ProblemException;
import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.Picture;
import io.ordercore.domain.catalog.PictureClaim;
import io.ordercore.domain.catalog.PictureFacts;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class ListingBodyTest {
    private static final ValidatorFactory VALIDATORS = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();

    private final Bodies bodies = new Bodies(VALIDATORS.getValidator());

    @AfterAll
    static void close() {
        VALIDATORS.close();
    }

    @Test
    void a_picture_is_an_address_or_an_address_and_what_is_claimed_of_it() {
        assertThat(read("[\"https://cdn.example/a.jpg\",{\"url\":\"https://cdn.example/b.jpg\",\"width\":800}]"))
                .containsExactly(
                        new Picture("https://cdn.example/a.jpg", null),
                        new Picture("https://cdn.example/b.jpg", new PictureClaim(800, null, null, null), null));
        assertThatThrownBy(() -> read("[{\"url\":\"https://cdn.example/b.jpg\",\"width\":0}]"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> read("[{\"url\":\"https://cdn.example/b.jpg\",\"likeness\":1}]"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void what_was_measured_is_shown_and_is_no_change_of_the_merchants() {
        PictureFacts facts = new PictureFacts("image/png", 640, 480, 9_000, "ab".repeat(32), 7);
        ListingContent content =
                ListingContent.titled("A pot").withPictures(List.of(new Picture("https://cdn.example/a.jpg", facts)));
        assertThat(ListingBody.of(content).pictures())
                .extracting(ListingBody.PictureBody::measured)
                .containsExactly(new ListingBody.MeasuredBody("image/png", 640, 480, 9_000, "ab".repeat(32)));
        assertThat(ListingBody.asSaid(content))
                .isEqualTo(ListingBody.of(ListingContent.titled("A pot")
                        .withPictures(List.of(new Picture("https://cdn.example/a.jpg", null)))));
    }

    private List<Picture> read(String pictures) {
        byte[] body = ("{\"title\":\"A pot\",\"pictures\":" + pictures + "}").getBytes(StandardCharsets.UTF_8);
        return bodies.required(body, ListingBody.class).content().pictures();
    }
}
