package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.ordercore.domain.catalog.PictureFacts;
import io.ordercore.domain.catalog.listing.PriceReview;
import io.ordercore.domain.catalog.listing.Revision;
import java.io.IOException;
import java.util.List;
import org.joda.money.Money;

/**
 * Revisions and pictures as JSON. The records of the domain are their own document here: their component names are stored, so
 * to rename one takes a migration, which the contract test of a stored revision reminds of.
 */
final class ListingDocument {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addSerializer(Money.class, new MoneyText())
                    .addDeserializer(Money.class, new TextMoney()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();
    private static final TypeReference<List<PictureFacts>> PICTURES = new TypeReference<>() {};

    private ListingDocument() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a revision cannot be written as JSON", e);
        }
    }

    static Revision revision(String text) {
        try {
            return MAPPER.readValue(text, Revision.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored revision cannot be read", e);
        }
    }

    static PriceReview priceReview(String text) {
        try {
            return MAPPER.readValue(text, PriceReview.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored price review cannot be read", e);
        }
    }

    static List<PictureFacts> pictures(String text) {
        try {
            return MAPPER.readValue(text, PICTURES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored pictures cannot be read", e);
        }
    }

    /** {@code CNY 12.50}. */
    private static final class MoneyText extends JsonSerializer<Money> {
        @Override
        public void serialize(Money value, JsonGenerator json, SerializerProvider serializers) throws IOException {
            json.writeString(value.toString());
        }
    }

    private static final class TextMoney extends JsonDeserializer<Money> {
        @Override
        public Money deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Money.parse(json.getText());
        }
    }
}
