package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.ws.rs.ext.ContextResolver;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** The JSON mapper for the vendor's API, separate from the gateway's own. */
public final class WireJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .addHandler(new UnexpectedScalarsAreNull())
            .addModule(new SimpleModule()
                    .addDeserializer(Instant.class, new LenientReaders.InstantReader())
                    .addDeserializer(LocalDate.class, new LenientReaders.DateReader()))
            .build();

    private WireJson() {}

    public static ObjectMapper mapper() {
        return MAPPER;
    }

    public static final class Provider implements ContextResolver<ObjectMapper> {

        @Override
        public ObjectMapper getContext(Class<?> type) {
            return MAPPER;
        }
    }

    /**
     * Reads a field of an unexpected type as null, so that the rest of the contact can be read. Other mismatches still
     * fail.
     */
    private static final class UnexpectedScalarsAreNull extends DeserializationProblemHandler {

        private static final Set<Class<?>> SCALARS = Set.of(String.class, Boolean.class, Integer.class, Long.class);

        @Override
        public Object handleUnexpectedToken(
                DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String message)
                throws IOException {
            if (!SCALARS.contains(target.getRawClass())) {
                return NOT_HANDLED;
            }
            parser.skipChildren();
            return null;
        }

        @Override
        public Object handleWeirdStringValue(
                DeserializationContext context, Class<?> target, String value, String message) {
            return SCALARS.contains(target) ? null : NOT_HANDLED;
        }

        @Override
        public Object handleWeirdNumberValue(
                DeserializationContext context, Class<?> target, Number value, String message) {
            return SCALARS.contains(target) ? null : NOT_HANDLED;
        }
    }
}
