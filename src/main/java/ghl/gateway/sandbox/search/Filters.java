package ghl.gateway.sandbox.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.contact.ContactView;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.http.SandboxRefusal;
import ghl.gateway.sandbox.state.SandboxLocation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The {@code filters} of a search: filters and groups, joined by AND at the top. Reported. Decided here: text is
 * compared without regard to case, special characters literally.
 */
final class Filters {

    private static final int LONGEST_VALUE = 75;

    private final SandboxLocation location;

    Filters(SandboxLocation location) {
        this.location = location;
    }

    Predicate<ObjectNode> all(JsonNode filters) {
        return compiled(filters).stream().reduce(contact -> true, Predicate::and);
    }

    private Predicate<ObjectNode> any(JsonNode filters) {
        return compiled(filters).stream().reduce(contact -> false, Predicate::or);
    }

    private List<Predicate<ObjectNode>> compiled(JsonNode filters) {
        return SandboxJson.items(filters).map(this::one).toList();
    }

    private Predicate<ObjectNode> one(JsonNode filter) {
        if (!filter.has("group")) {
            return condition(filter);
        }
        String group = filter.path("group").asText();
        JsonNode members = filter.path("filters");
        return switch (group) {
            case "AND" -> all(members);
            case "OR" -> any(members);
            default -> throw SandboxRefusal.badRequest("Invalid group " + group);
        };
    }

    private Predicate<ObjectNode> condition(JsonNode filter) {
        String name = filter.path("field").asText();
        String operator = filter.path("operator").asText();
        if (name.equals("opportunities") && operator.equals("nested")) {
            return contact -> false;
        }
        SearchField field = SearchField.find(name, location);
        if (!field.type().takes(operator)) {
            throw SandboxRefusal.badRequest("Invalid operator " + operator + " for field " + name);
        }
        Predicate<List<JsonNode>> holds = test(operator, filter.path("value"), name);
        return contact -> holds.test(field.values().apply(contact));
    }

    private Predicate<List<JsonNode>> test(String operator, JsonNode value, String name) {
        return switch (operator) {
            case "exists" -> values -> !values.isEmpty();
            case "not_exists" -> List::isEmpty;
            case "range" -> new Range(value, location.zone(), name)::holdsAny;
            case "eq" -> equality(wanted(value, name));
            case "not_eq" -> equality(wanted(value, name)).negate();
            case "contains" -> containment(wanted(value, name));
            default -> containment(wanted(value, name)).negate();
        };
    }

    /** One value, or several of which any matches. */
    private static List<String> wanted(JsonNode value, String name) {
        List<JsonNode> values = value.isArray() ? SandboxJson.items(value).toList() : List.of(value);
        boolean usable = values.stream().allMatch(one -> one.isValueNode() && !one.isNull());
        if (!usable || value.isMissingNode()) {
            throw SandboxRefusal.badRequest("Invalid value for field " + name);
        }
        List<String> texts = values.stream().map(Filters::folded).toList();
        if (texts.stream().anyMatch(text -> text.length() > LONGEST_VALUE)) {
            throw SandboxRefusal.badRequest("The value for field " + name + " is longer than 75 characters");
        }
        return texts;
    }

    private static Predicate<List<JsonNode>> equality(List<String> wanted) {
        return values -> values.stream().map(Filters::folded).anyMatch(wanted::contains);
    }

    private static Predicate<List<JsonNode>> containment(List<String> wanted) {
        return values -> values.stream().map(Filters::folded).anyMatch(text -> wanted.stream()
                .anyMatch(text::contains));
    }

    /** The {@code query} of lists and searches: every word must occur in a name, e-mail, phone or company. */
    static Predicate<ObjectNode> freeText(String query) {
        List<String> words = SandboxJson.words(query.toLowerCase(Locale.ROOT));
        return contact -> {
            String text = Stream.of(
                            ContactView.fullName(contact),
                            SandboxJson.text(contact, "email"),
                            SandboxJson.text(contact, "phone"),
                            SandboxJson.text(contact, "companyName"))
                    .filter(Objects::nonNull)
                    .reduce("", (all, part) -> all + "\n" + part.toLowerCase(Locale.ROOT));
            return words.stream().allMatch(text::contains);
        };
    }

    private static String folded(JsonNode value) {
        return value.asText().toLowerCase(Locale.ROOT);
    }
}
