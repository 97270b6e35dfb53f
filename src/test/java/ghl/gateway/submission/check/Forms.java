package ghl.gateway.submission.check;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import ghl.gateway.contact.CustomFieldDefinition;
import ghl.gateway.contact.Location;
import ghl.gateway.submission.input.SubmitFormInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Forms and location facts for tests of the checks. */
final class Forms {

    /** A Friday noon in New York. */
    static final Instant NOW = Instant.parse("2026-11-20T17:00:00Z");

    static final LocationFacts FACTS = new LocationFacts() {
        @Override
        public Location location() {
            return new Location("loc", "Roofers", ZoneId.of("America/New_York"), "US", false);
        }

        @Override
        public List<CustomFieldDefinition> customFields() {
            return List.of(
                    new CustomFieldDefinition("cfBudget", "budget", "Budget", "NUMERICAL", List.of()),
                    new CustomFieldDefinition("cfStart", "start", "Start", "DATE", List.of()),
                    new CustomFieldDefinition("cfNameless", null, "Without a key", "TEXT", List.of()),
                    new CustomFieldDefinition(
                            "cfRoofType", "roof_type", "Roof type", "SINGLE_OPTIONS", List.of("Slate", "Tile")),
                    new CustomFieldDefinition(
                            "cfInterests", "interests", "Interests", "CHECKBOX", List.of("Solar", "Gutters")));
        }
    };

    private Forms() {}

    /** Reads a form as the GraphQL layer binds it: omitted is null, null is an empty Optional. */
    static SubmitFormInput read(String json) {
        try {
            return JsonMapper.builder()
                    .addModule(new Jdk8Module().configureReadAbsentAsNull(true))
                    .addModule(new JavaTimeModule())
                    .build()
                    .readValue(json, SubmitFormInput.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
