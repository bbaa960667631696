// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes what is there, and makes what is not there empty. */
@SuppressWarnings("rawtypes")
final class OptionalDeserializer extends StdDeserializer<Optional> implements ContextualDeserializer {

    private static final long serialVersionUID = 1L;

    private final @Nullable JavaType element;

    OptionalDeserializer() {
        this(null);
    }

    private OptionalDeserializer(@Nullable JavaType element) {
        super(Optional.class);
        this.element = element;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        return new OptionalDeserializer(context.getContextualType().containedType(0));
    }

    @Override
    public Optional<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return Optional.of(context.readValue(parser, element));
    }

    @Override
    public Optional<?> getNullValue(DeserializationContext context) {
        return Optional.empty();
    }
}
