package io.ordercore.adapters.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads a moment as it is written (ISO 8601), and neither a number nor a text of digits as one. */
final class WrittenInstant extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1;

    private WrittenInstant() {
        super(Instant.class);
    }

    static SimpleModule module() {
        return new SimpleModule("written-instant").addDeserializer(Instant.class, new WrittenInstant());
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        try {
            return Instant.parse(parser.getText());
        } catch (DateTimeParseException notAMoment) {
            throw context.weirdStringException(parser.getText(), Instant.class, "not ISO 8601");
        }
    }
}
