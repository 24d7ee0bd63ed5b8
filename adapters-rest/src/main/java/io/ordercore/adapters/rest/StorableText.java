package io.ordercore.adapters.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads texts, but none with U+0000 in it: of all characters PostgreSQL stores only this one not. */
final class StorableText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    private StorableText() {
        super(String.class);
    }

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("storable-text");
        module.addDeserializer(String.class, new StorableText());
        module.addKeyDeserializer(String.class, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) throws IOException {
                return checked(key, context);
            }
        });
        return module;
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        return text == null ? null : checked(text, context);
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.Textual;
    }

    private static String checked(String text, DeserializationContext context) throws IOException {
        if (text.indexOf('\0') >= 0) {
            throw context.weirdStringException(text, String.class, "a character that cannot be stored");
        }
        return text;
    }
}
