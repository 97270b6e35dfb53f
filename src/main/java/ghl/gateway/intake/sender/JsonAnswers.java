package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.answer.AnswerNames;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.intake.body.QuestionItems;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Flattens JSON of an unknown structure. {@code {"name": {"first": "Ada"}}} becomes the answer {@code name.first}; a list of
 * texts becomes one answer with several values; each item of a list of {@code {"label": …, "value": …}}, a format common
 * among form builders, becomes an answer named by its label (see {@link QuestionItems}); a file becomes its address or name.
 * Texts with a structure of their own are flattened too (see {@link StructuredText}).
 */
final class JsonAnswers {

    /** Numbers with a larger exponent keep it: written out, {@code 1e1500000000} would exhaust the memory. */
    private static final int MAX_ZEROS = 100;

    /** A text in a text in a text. */
    private static final int MAX_EMBEDDED = 3;

    private static final Set<String> RESOURCE = Set.of("type", "id", "attributes", "relationships", "links", "meta");
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,5}");

    private final AnswerList answers;
    private final int embedded;

    private JsonAnswers(AnswerList answers, int embedded) {
        this.answers = answers;
        this.embedded = embedded;
    }

    /** @param name prefix of nested names; may be empty */
    static void add(AnswerList answers, String name, JsonNode value) {
        new JsonAnswers(answers, 0).add(name, value);
    }

    static String text(JsonNode value) {
        return value.isBigDecimal() ? text(value.decimalValue()) : value.asText();
    }

    static boolean all(JsonNode container, Predicate<JsonNode> condition) {
        return !container.isEmpty()
                && StreamSupport.stream(container.spliterator(), false).allMatch(condition);
    }

    static boolean any(JsonNode container, Predicate<JsonNode> condition) {
        return StreamSupport.stream(container.spliterator(), false).anyMatch(condition);
    }

    private static String text(BigDecimal number) {
        boolean isShort = number.scale() >= -MAX_ZEROS && number.scale() <= MAX_ZEROS;
        return isShort ? number.toPlainString() : number.toString();
    }

    private void add(String name, JsonNode value) {
        Optional<String> file = name.isEmpty() ? Optional.empty() : UploadedFile.of(value);
        if (file.isPresent()) {
            answers.files(1).keep(name, file.get());
        } else if (isChosenOption(name, value)) {
            answers.keep(name, text(value.get("label")));
        } else if (value.isObject()) {
            addObject(name, value);
        } else if (value.isArray()) {
            addList(name, value);
        } else if (value.isTextual()) {
            addText(name, value.asText());
        } else if (!value.isNull()) {
            answers.keep(name, text(value));
        }
    }

    private void addObject(String name, JsonNode object) {
        Optional<List<QuestionItems.Item>> items = QuestionItems.ofMap(object);
        if (items.isPresent()) {
            addQuestions(items.get());
        } else if (isList(name, object)) {
            addList(name, object);
        } else if (object.path("attributes").isObject() && isResource(object)) {
            add(name, object.get("attributes"));
        } else if (isChecked(name, object)) {
            addChecked(name, object);
        } else if (QuestionItems.isValueOnly(object) && !name.isEmpty() && !answers.asks(join(name, "value"))) {
            add(name, object.get("value"));
        } else {
            JoinedParts.of(answers, name, object)
                    .ifPresentOrElse(whole -> answers.keep(whole.name(), whole.text()), () -> object.fields()
                            .forEachRemaining(field -> add(join(name, field.getKey()), field.getValue())));
        }
    }

    /** {@code {"Roof": true, "Gutter": false}} and {@code {"accepted": true}}, if the form asks for the question only. */
    private boolean isChecked(String name, JsonNode object) {
        return !name.isEmpty()
                && all(object, JsonNode::isBoolean)
                && answers.asks(name)
                && object.properties().stream().noneMatch(option -> answers.asks(join(name, option.getKey())));
    }

    private void addChecked(String name, JsonNode object) {
        String first = object.fieldNames().next();
        if (object.size() == 1 && Questions.CHECKED.contains(first)) {
            answers.keep(name, text(object.get(first)));
            return;
        }
        answers.leaveOut(); // that none is checked is an answer too
        object.properties().stream()
                .filter(option -> option.getValue().asBoolean())
                .forEach(option -> answers.keep(name, option.getKey()));
    }

    /** Of JSON:API. */
    private static boolean isResource(JsonNode object) {
        return object.path("type").isTextual()
                && object.properties().stream().map(Map.Entry::getKey).allMatch(RESOURCE::contains);
    }

    /** {@code {"label": "Red", "value": "red"}}, where the form asks for the question that it answers. */
    private boolean isChosenOption(String name, JsonNode value) {
        return value.size() == 2
                && value.path("label").isTextual()
                && value.path("value").isTextual()
                && answers.asks(name)
                && !answers.asks(join(name, "label"))
                && !answers.asks(join(name, "value"));
    }

    /** PHP writes a list with a gap or a named item as an object. */
    private boolean isList(String name, JsonNode object) {
        if (name.isEmpty() || object.isEmpty()) {
            return false;
        }
        boolean isList = object.has("0")
                || object.has("other")
                || all(object, UploadedFile::isFile)
                || PLACE.matcher(object.fieldNames().next()).matches() && answers.asks(name);
        Iterator<String> keys = object.fieldNames();
        while (isList && keys.hasNext()) {
            String key = keys.next();
            boolean isPlace = key.equals("other") && object.get(key).isValueNode()
                    || PLACE.matcher(key).matches();
            isList = (isPlace || UploadedFile.isFile(object.get(key))) && !answers.asks(join(name, key));
        }
        return isList;
    }

    private void addList(String name, JsonNode list) {
        if (all(list, item -> isChosenOption(name, item))) {
            list.forEach(option -> add(name, option));
            return;
        }
        Optional<List<QuestionItems.Item>> items = QuestionItems.ofList(list);
        if (items.isPresent()) {
            addQuestions(items.get());
            return;
        }
        int place = 1;
        for (JsonNode item : list) {
            boolean isNested = item.isContainerNode() && !UploadedFile.isFile(item);
            add(isNested ? join(name, String.valueOf(place)) : name, item);
            place++;
        }
    }

    private void addQuestions(List<QuestionItems.Item> items) {
        List<String> names =
                answers.labels(items.stream().map(QuestionItems.Item::names).toList());
        for (int place = 0; place < names.size(); place++) {
            add(names.get(place), items.get(place).value());
        }
    }

    private void addText(String name, String text) {
        Optional<JsonNode> inside = embedded == MAX_EMBEDDED ? Optional.empty() : StructuredText.read(text);
        boolean isAsked = answers.asks(name);
        if (inside.filter(json -> isAsked ? isValues(json, text) : isStructure(json))
                .isPresent()) {
            new JsonAnswers(answers, embedded + 1).add(name, inside.get());
        } else if (isAsked || !StructuredText.isXml(text)) {
            answers.keep(name, text);
        } else {
            answers.leaveOut();
        }
    }

    /** Not an object in JSON: where the form asks for an answer, that is the answer. */
    private static boolean isValues(JsonNode inside, String text) {
        return inside.isEmpty()
                || all(inside, JsonNode::isValueNode) && !text.stripLeading().startsWith("{");
    }

    /** Not {@code [1]}, which a person may have written. */
    private static boolean isStructure(JsonNode json) {
        return json.isObject() || json.isEmpty() || !all(json, JsonNode::isNumber);
    }

    private static String join(String outer, String inner) {
        return AnswerNames.truncate(outer.isEmpty() ? inner : outer + "." + inner);
    }
}
