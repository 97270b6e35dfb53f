package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.submission.input.SubmissionContextInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** Collects answers by the names that senders use, and where the form was filled in. */
final class AnswerList {

    private static final String UNNAMED = "unnamed";
    private static final int DIGEST_CHARACTERS = 16;

    private final Questions questions;
    private final Map<String, List<String>> answers = new LinkedHashMap<>();
    private final Set<String> labels = new HashSet<>();

    /** For each label that occurred several times, the number to try next. */
    private final Map<String, Integer> numbers = new HashMap<>();

    private String page;
    private int files;

    AnswerList(Questions questions) {
        this.questions = questions;
    }

    /** Adds an answer; ignores null and blank ones. A repeated name adds a value to the same answer. */
    AnswerList add(String name, String value) {
        if (value != null && !value.isBlank()) {
            answers.computeIfAbsent(nameOrDefault(name), any -> new ArrayList<>())
                    .add(value);
        }
        return this;
    }

    /** Adds a JSON value of any kind; see {@link JsonAnswers}. */
    AnswerList add(String name, JsonNode value) {
        JsonAnswers.add(this, name, value);
        return this;
    }

    /**
     * The name of the next question of the sender's form, whose label may occur several times: later ones get a number. Call
     * it for every question in the order of the form, answered or not, so that the names do not depend on the answers.
     */
    String label(String label) {
        String name = nameOrDefault(label);
        String distinct = name;
        int number = numbers.getOrDefault(name, 2);
        for (; !labels.add(distinct); number++) {
            distinct = name + " (" + number + ")";
        }
        numbers.put(name, number);
        return distinct;
    }

    /** The page's address; null or blank when unknown. */
    AnswerList page(String address) {
        page = address == null || address.isBlank() ? null : address;
        return this;
    }

    /** Counts files whose names or addresses were added as answers. */
    AnswerList files(int number) {
        files += number;
        return this;
    }

    /** @param eventId the sender's id of this submission; null or blank without one */
    ReceivedAnswers received(String eventId) {
        return new ReceivedAnswers(bounded(), eventId, context(), files, null);
    }

    /** For senders that send an entry again after an edit: the same entry with the same answers is a repeat. */
    ReceivedAnswers receivedEntry(String entryId) {
        if (entryId == null || entryId.isBlank()) {
            return received(null);
        }
        String text = answers.entrySet().stream().map(String::valueOf).collect(Collectors.joining("\n"));
        return received(entryId + "-" + DigestUtils.sha256Hex(text).substring(0, DIGEST_CHARACTERS));
    }

    /** Bounds memory: a name may be as long as the body, and nested names repeat it. */
    static String truncate(String name) {
        return name.length() > Answers.MAX_NAME_LENGTH ? name.substring(0, Answers.MAX_NAME_LENGTH) : name;
    }

    /** Answers that the form asks for come first, so that the limits do not cut them because of others. */
    private Answers bounded() {
        Answers.Builder bounded = Answers.builder();
        Stream.of(true, false)
                .flatMap(
                        asked -> answers.entrySet().stream().filter(answer -> questions.asks(answer.getKey()) == asked))
                .forEach(answer -> answer.getValue().forEach(value -> bounded.add(answer.getKey(), value)));
        return bounded.build();
    }

    private SubmissionContextInput context() {
        String source = first("utm_source");
        String medium = first("utm_medium");
        String campaign = first("utm_campaign");
        return Stream.of(page, source, medium, campaign).allMatch(Objects::isNull)
                ? null
                : new SubmissionContextInput(page, null, null, source, medium, campaign);
    }

    private String first(String name) {
        List<String> values = answers.get(name);
        return values == null ? null : values.get(0);
    }

    private static String nameOrDefault(String name) {
        return name == null || name.isBlank() ? UNNAMED : truncate(name.strip());
    }
}
