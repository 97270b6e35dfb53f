package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/**
 * Collects the answers of senders that give a question several names, send files as objects, or mix answers with data of
 * their own.
 */
final class SenderAnswers {

    private static final String UTM_PREFIX = "utm_";

    /** What senders call a file's address, and what only files have beside it. */
    private static final List<String> ADDRESSES = List.of("url", "File", "file");

    private static final List<String> FILE_DATA = List.of(
            "filename",
            "fileName",
            "name",
            "Name",
            "size",
            "Size",
            "mimeType",
            "mimetype",
            "documentId",
            "originalName");

    private final Questions questions;
    private final AnswerList list;

    SenderAnswers(Questions questions) {
        this.questions = questions;
        this.list = new AnswerList(questions);
    }

    AnswerList list() {
        return list;
    }

    /** The first of a question's names that the form asks for; else the first that is not blank. */
    String name(String... names) {
        return Arrays.stream(names)
                .filter(questions::asks)
                .findFirst()
                .or(() -> Arrays.stream(names).filter(name -> !name.isBlank()).findFirst())
                .orElse("");
    }

    /** The distinct name of the sender's next question; see {@link AnswerList#label}. */
    String label(String... names) {
        return list.label(name(names));
    }

    /** Adds a value of any kind. Files are replaced by their addresses, or their names when their contents were sent. */
    SenderAnswers add(String name, JsonNode value) {
        List<String> files = files(value);
        files.forEach(file -> list.add(name, file));
        if (files.isEmpty()) {
            list.add(name, value);
        }
        list.files(files.size());
        return this;
    }

    /** Adds an object's members, except the sender's own data: of that, only texts that the form asks for. */
    SenderAnswers addMembers(JsonNode object, Predicate<String> isOwnData) {
        return addMembers(object, isOwnData, UnaryOperator.identity());
    }

    /** @param naming the name of a member's answer, unless the form asks for the member's own name */
    SenderAnswers addMembers(JsonNode object, Predicate<String> isOwnData, UnaryOperator<String> naming) {
        object.properties().forEach(member -> {
            String name = name(naming.apply(member.getKey()), member.getKey());
            boolean isAsked = member.getValue().isValueNode() && questions.asks(name);
            if (isAsked || !isOwnData.test(member.getKey())) {
                add(name, member.getValue());
            }
        });
        return this;
    }

    /** Adds those members of an object that say which campaign led to the form. */
    SenderAnswers addUtm(JsonNode object) {
        object.properties().stream()
                .filter(member -> member.getKey().startsWith(UTM_PREFIX))
                .forEach(member -> list.add(member.getKey(), member.getValue()));
        return this;
    }

    /** The files that a value consists of; empty when it is anything else. */
    private static List<String> files(JsonNode value) {
        if (value.isArray()) {
            return all(value, item -> file(item).or(() -> address(item)));
        }
        return file(value).map(List::of).orElseGet(() -> all(value, SenderAnswers::file));
    }

    /** Empty unless every item or member of the value is a file. */
    private static List<String> all(JsonNode value, Function<JsonNode, Optional<String>> file) {
        List<String> files = StreamSupport.stream(value.spliterator(), false)
                .flatMap(item -> file.apply(item).stream())
                .toList();
        return files.size() == value.size() ? files : List.of();
    }

    private static Optional<String> file(JsonNode object) {
        if (FILE_DATA.stream().noneMatch(object::has)) {
            return Optional.empty();
        }
        Optional<String> address = ADDRESSES.stream()
                .flatMap(name -> address(object.path(name)).stream())
                .findFirst();
        return address.or(() -> Optional.of(object.path("filename").asText(""))
                .filter(name -> object.has("content") && !name.isBlank()));
    }

    private static Optional<String> address(JsonNode text) {
        return Optional.of(text.asText("")).filter(address -> address.matches("https?://\\S+"));
    }
}
