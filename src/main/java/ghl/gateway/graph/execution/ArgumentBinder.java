package ghl.gateway.graph.execution;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import ghl.gateway.contact.InvalidInputException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.stream.Collectors;

/**
 * Converts values coerced by graphql-java to a resolver's parameter types. An {@code Optional} component distinguishes
 * an omitted field (null) from an explicit null (empty), which JSON-B cannot do for records.
 */
public final class ArgumentBinder {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module().configureReadAbsentAsNull(true))
            .addModule(new JavaTimeModule().setDeserializerModifier(new ShortTimes()))
            .disable(DeserializationFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
            .build();

    private ArgumentBinder() {}

    /**
     * Refuses long texts before they are read as a time, which can take time that grows with the square of the length, and
     * times outside the calendar.
     */
    private static final class ShortTimes extends BeanDeserializerModifier {

        private static final int MAX_LENGTH = 100;
        private static final int LAST_YEAR = 9999;
        private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
        private static final Instant LAST = Instant.parse(LAST_YEAR + "-12-31T23:59:59Z");

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription type, JsonDeserializer<?> deserializer) {
            boolean isTime = type.getBeanClass().getPackage() == Instant.class.getPackage();
            return isTime ? new ShortTime(deserializer) : deserializer;
        }

        private static final class ShortTime extends DelegatingDeserializer {

            ShortTime(JsonDeserializer<?> delegate) {
                super(delegate);
            }

            @Override
            protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
                return new ShortTime(delegate);
            }

            @Override
            public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                if (parser.getTextLength() > MAX_LENGTH) {
                    throw JsonMappingException.from(parser, "too long for a time");
                }
                Object time = super.deserialize(parser, context);
                if (!isInCalendar(time)) {
                    throw JsonMappingException.from(parser, "not in the calendar");
                }
                return time;
            }

            /** Whether a time has a year of four digits. Milliseconds since 1970 do not hold every other one. */
            private static boolean isInCalendar(Object time) {
                if (time instanceof Instant instant) {
                    return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
                }
                return !(time instanceof Temporal date)
                        || !date.isSupported(ChronoField.YEAR)
                        || date.get(ChronoField.YEAR) >= 0 && date.get(ChronoField.YEAR) <= LAST_YEAR;
            }
        }
    }

    /** @throws InvalidInputException naming the field, when the text of a scalar has the wrong format */
    public static Object bind(String name, Object value, Type type) {
        if (value == null || type instanceof Class<?> plain && plain.isInstance(value)) {
            return value;
        }
        try {
            return MAPPER.convertValue(value, MAPPER.constructType(type));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(path(name, e) + " must be in ISO 8601 format, for example"
                    + " 2027-01-31T09:00:00Z for a time, 2027-01-31 for a date, PT3S for a duration");
        }
    }

    private static String path(String name, IllegalArgumentException e) {
        if (!(e.getCause() instanceof JsonMappingException mapping)) {
            return name;
        }
        return name
                + mapping.getPath().stream()
                        .map(reference -> "."
                                + (reference.getFieldName() == null ? reference.getIndex() : reference.getFieldName()))
                        .collect(Collectors.joining());
    }
}
