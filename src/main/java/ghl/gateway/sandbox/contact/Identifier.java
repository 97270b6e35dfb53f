package ghl.gateway.sandbox.contact;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.sandbox.http.SandboxJson;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** An identifier by which a location matches contacts. */
enum Identifier {
    EMAIL("email", "additionalEmails"),
    PHONE("phone", "additionalPhones");

    private final String field;
    private final String additionalField;

    Identifier(String field, String additionalField) {
        this.field = field;
        this.additionalField = additionalField;
    }

    static Identifier named(String field) {
        return field.equals(EMAIL.field) ? EMAIL : PHONE;
    }

    String field() {
        return field;
    }

    String additionalField() {
        return additionalField;
    }

    /** The normalised value of a contact or of an entry in its additional values. */
    Optional<String> valueOf(JsonNode holder) {
        String text = holder.isTextual() ? holder.textValue() : SandboxJson.text(holder, field);
        return Optional.ofNullable(text).filter(value -> !value.isEmpty()).map(value -> value.toLowerCase(Locale.ROOT));
    }

    /** Whether the value is the contact's own or one of its additional values. */
    boolean isOf(JsonNode contact, String wanted) {
        Stream<Optional<String>> additional =
                SandboxJson.items(contact.path(additionalField)).map(this::valueOf);
        return Stream.concat(Stream.of(valueOf(contact)), additional)
                .anyMatch(value -> Objects.equals(value.orElse(null), wanted));
    }
}
