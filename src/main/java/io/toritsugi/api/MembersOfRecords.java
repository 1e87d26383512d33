package io.toritsugi.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the description of the API what the code says already: a member of a record that is not {@link Nullable} is always
 * there, one that is may be null. So a client with types need not ask for what cannot be missing.
 */
@Component
class MembersOfRecords implements ModelConverter {

    private static final String NULL = "null";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var schema = chain.next().resolve(type, context, chain);
        var described = Json.mapper().constructType(type.getType()).getRawClass();
        var model = model(schema, context);
        if (described.isRecord() && model != null && model.getProperties() != null) {
            describe(model, described);
        }
        return schema;
    }

    private static @Nullable Schema<?> model(@Nullable Schema<?> schema, ModelConverterContext context) {
        if (schema == null || schema.get$ref() == null) {
            return schema;
        }
        return context.getDefinedModels()
                .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
    }

    private static void describe(Schema<?> model, Class<?> described) {
        for (var component : described.getRecordComponents()) {
            var member = name(component);
            var schema = model.getProperties().get(member);
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                describe(model, component.getType());
            } else if (schema != null && mayBeNull(component, schema)) {
                model.getProperties().put(member, orNull(schema));
                notRequired(model, member);
            } else if (schema != null) {
                model.addRequiredItem(member);
            }
        }
    }

    private static boolean mayBeNull(RecordComponent component, Schema<?> schema) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || Boolean.TRUE.equals(schema.getNullable())
                || (schema.getTypes() != null && schema.getTypes().contains(NULL));
    }

    private static String name(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // as the library declares it
    private static Schema orNull(Schema schema) {
        if (schema.get$ref() != null) {
            return new JsonSchema()
                    .oneOf(List.of(new JsonSchema().$ref(schema.get$ref()), new JsonSchema().types(Set.of(NULL))))
                    .description(schema.getDescription());
        }
        if (schema.getTypes() != null) {
            schema.addType(NULL);
        }
        if (schema.getEnum() != null && !schema.getEnum().contains(null)) {
            var values = new ArrayList<Object>(schema.getEnum());
            values.add(null);
            schema.setEnum(values);
        }
        return schema;
    }

    private static void notRequired(Schema<?> model, String member) {
        if (model.getRequired() != null && model.getRequired().contains(member)) {
            model.setRequired(model.getRequired().stream()
                    .filter(required -> !required.equals(member))
                    .toList());
        }
    }
}
