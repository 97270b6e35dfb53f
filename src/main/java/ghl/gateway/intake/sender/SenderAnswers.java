package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.Questions;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Collects the answers of senders that give an answer several names, or mix answers with data of their own. */
final class SenderAnswers {

    private static final String UTM_PREFIX = "utm_";

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
        String first =
                Stream.of(names).filter(name -> !name.isBlank()).findFirst().orElse("");
        String asked = Stream.of(names)
                .filter(name -> questions.find(name).isPresent())
                .findFirst()
                .or(() -> Stream.of(names).filter(questions::asks).findFirst())
                .orElse(first);
        return list.named(asked, first);
    }

    /** The distinct name of the sender's next question; see {@link AnswerList#labels}. */
    String label(String... names) {
        return list.labels(List.of(List.of(names))).get(0);
    }

    /** Adds a value of any kind. A list of addresses is one of files. */
    SenderAnswers add(String name, JsonNode value) {
        list.add(name, value);
        if (value.isArray() && JsonAnswers.all(value, item -> UploadedFile.isAddress(item.asText("")))) {
            list.files(value.size());
        }
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
            if (!isOwnData.test(member.getKey())) {
                add(name, member.getValue());
            } else if (member.getValue().isValueNode()) {
                list.addAsked(name, member.getValue());
            }
        });
        return this;
    }

    /** Adds those members of an object that say which campaign led to the form, after its questions. */
    SenderAnswers addUtm(JsonNode object) {
        object.properties().stream()
                .filter(member -> member.getKey().startsWith(UTM_PREFIX))
                .forEach(member -> list.addHidden(member.getKey(), member.getValue()));
        return this;
    }
}
