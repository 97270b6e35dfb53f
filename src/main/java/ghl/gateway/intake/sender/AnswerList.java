package ghl.gateway.intake.sender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ghl.gateway.form.answer.AnswerNames;
import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.answer.TokenNames;
import ghl.gateway.form.definition.Questions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects answers by the names that senders use, and where the form was filled in. Keeps every answer that the form asks
 * for, and of the others as many as {@link Answers} can hold.
 */
final class AnswerList {

    private static final String UNNAMED = "unnamed";
    private static final int LONGEST_NUMBERED = Answers.MAX_NAME_LENGTH - 20;

    private final Questions questions;
    private final Map<String, List<String>> answers = new LinkedHashMap<>();
    private final PageContext context = new PageContext();

    /** Of every value added, answered or not, whatever the form's definition asks for. */
    private final AnswersDigest digest = new AnswersDigest();

    /** What the sender calls answers whose name depends on what the form's definition asks for. */
    private final Map<String, String> ownNames = new HashMap<>();

    /** Normalized names of the sender's questions. */
    private final Set<String> labels = new HashSet<>();

    /** Names of the form's questions that these labels stand for. */
    private final Set<String> asked = new HashSet<>();

    /** Names of the form's questions that these labels, or data beside them, may answer in any spelling. */
    private final Set<String> taken = new HashSet<>();

    /** Names of the form's questions that the sender's own data about the person answers. */
    private final Set<String> reserved = new HashSet<>();

    /** For each label that occurred several times, the number to try next. */
    private final Map<String, Integer> numbers = new HashMap<>();

    private Wrapper wrapper = Wrapper.NONE;
    private AskedNames names;

    /** Whether anything added is answered, kept or not. */
    private boolean hasValue;

    private int otherLength;
    private int files;
    private boolean keepsTokens;
    private boolean onlyAsked;

    AnswerList(Questions questions) {
        this.questions = questions;
        this.names = new AskedNames(questions, wrapper);
    }

    /** Keeps tokens too, which are no answers of senders that authenticate themselves. */
    AnswerList keepTokens() {
        keepsTokens = true;
        return this;
    }

    /** Adds an answer; ignores null and blank ones. A repeated name adds a value to the same answer. */
    AnswerList add(String name, String value) {
        addToDigest(
                name, value == null ? JsonNodeFactory.instance.nullNode() : JsonNodeFactory.instance.textNode(value));
        keep(name, value);
        return this;
    }

    /** Adds a JSON value of any kind; see {@link JsonAnswers}. */
    AnswerList add(String name, JsonNode value) {
        addToDigest(name, value);
        JsonAnswers.add(this, name, value);
        return this;
    }

    private void addToDigest(String name, JsonNode value) {
        String kept = name == null ? "" : name;
        digest.add(ownNames.getOrDefault(kept, kept), value);
    }

    /**
     * The name of an answer that depends on what the form's definition asks for.
     *
     * @param ofSender its name in any case, which identifies it when the event is repeated
     */
    String named(String name, String ofSender) {
        ownNames.put(name, ofSender);
        return name;
    }

    /**
     * Adds data of the sender's own, or copies of answers, as far as the form asks for it. It does not identify the event,
     * which stays the same when the form's definition changes.
     */
    AnswerList addAsked(String name, JsonNode value) {
        onlyAsked = true;
        JsonAnswers.add(this, name, value);
        onlyAsked = false;
        return this;
    }

    /** Adds a body of an unknown structure, whose answers may be in a {@link Wrapper}. */
    AnswerList addBody(JsonNode body) {
        wrapper = Wrapper.of(body);
        names = new AskedNames(questions, wrapper);
        PassedRequest request = PassedRequest.of(body);
        add("", request.answers());
        addAsked("", request.beside());
        request.campaign().forEach((name, value) -> {
            if (!answers.containsKey(name)) {
                addAsked(name, value);
            }
            context.note(name, value.asText());
        });
        return this;
    }

    /**
     * Adds what the page's address or the form's author gave, such as a hidden field. A question of the sender's form keeps
     * the name, answered or not. Call it after {@link #labels}.
     */
    AnswerList addHidden(String name, JsonNode value) {
        return addBeside(PageContext.HIDDEN, name, value);
    }

    /**
     * The same of another place. Of several with the same name, only the first has it.
     *
     * @param place prefix of those whose name is taken, or for which the form asks so
     */
    AnswerList addBeside(String place, String name, JsonNode value) {
        String own = place + "." + name;
        Optional<String> question = question(name);
        boolean isTaken = !labels.add(AnswerNames.normalize(name))
                || question.filter(taken::contains).isPresent();
        question.ifPresent(taken::add);
        String kept = named(isTaken || questions.find(own).isPresent() ? own : name, own);
        boolean isText = place.equals(PageContext.HIDDEN) && value.isTextual(); // JSON in it could answer any question
        return isText ? add(kept, value.asText()) : add(kept, value);
    }

    /**
     * Keeps names for what the sender itself knows of the person: a question of its form that has one of them, or stands for
     * the same question of the form's definition, gets a number. Call it before {@link #labels}.
     */
    AnswerList reserve(Collection<String> names) {
        names.forEach(name -> labels.add(AnswerNames.normalize(name)));
        reserved.addAll(questions.match(names).values());
        asked.addAll(reserved);
        taken.addAll(reserved);
        return this;
    }

    /**
     * The name of the next question of the sender's form, whose label may occur several times: later ones get a number. Call
     * it for every question in the order of the form, answered or not, so that the names do not depend on the answers.
     */
    String label(String label) {
        return labels(List.of(List.of(nameOrDefault(label)))).get(0);
    }

    /**
     * The names of a form's questions, which may have several each: the first one, numbered as {@link #label} does, or, if
     * the form's definition does not ask for that, another one that it asks for.
     *
     * @param names of each question in the order of the form; blank ones are skipped
     */
    List<String> labels(List<List<String>> names) {
        List<List<String>> filled = names.stream()
                .map(candidates -> candidates.stream()
                        .filter(name -> name != null && !name.isBlank())
                        .map(AnswerList::nameOrDefault)
                        .toList())
                .toList();
        List<String> numbered = filled.stream()
                .map(candidates -> numbered(candidates.isEmpty() ? UNNAMED : candidates.get(0)))
                .toList();
        numbered.forEach(name -> questions.find(name).ifPresent(asked::add));
        List<String> chosen = new ArrayList<>();
        for (int place = 0; place < numbered.size(); place++) {
            chosen.add(named(chosen(unreserved(numbered.get(place)), filled.get(place)), numbered.get(place)));
        }
        taken.addAll(questions.match(chosen).values());
        return chosen;
    }

    boolean asks(String name) {
        return names.asks(name);
    }

    /** The page's address; null or blank when unknown. */
    AnswerList page(String address) {
        context.page(address);
        return this;
    }

    /** Counts files whose names or addresses were added as answers. */
    AnswerList files(int number) {
        files += number;
        return this;
    }

    /** @param eventId the sender's id of this submission; null or blank without one */
    ReceivedAnswers received(String eventId) {
        if (!digest.isEmpty() && !hasValue) {
            return ReceivedAnswers.ignored("Nothing is answered in it");
        }
        Map<String, List<String>> unwrapped = wrapper.unwrap(answers, questions);
        return new ReceivedAnswers(
                Answers.of(unwrapped, this::asks), eventId, digest.hex(), context.get(), files, null);
    }

    /** Takes note of a value that is no answer, so that the body is not taken for an empty one. */
    void leaveOut() {
        hasValue = true;
    }

    /** Adds an answer whose name may be nested; only {@link JsonAnswers} calls it. */
    void keep(String name, String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        boolean asks = asks(nameOrDefault(name));
        if (!asks && onlyAsked) {
            return;
        }
        if (!asks && (names.isExhausted() || otherLength > Answers.MAX_TOTAL_LENGTH)) {
            hasValue = true;
            return;
        }
        if (!asks && !keepsTokens && TokenNames.isToken(nameOrDefault(name))) {
            return;
        }
        hasValue = true;
        String known = asks ? nameOrDefault(name) : context.name(nameOrDefault(name), value);
        if (context.note(known, value) && !asks) {
            return;
        }
        String fitting = value.substring(0, Math.min(value.length(), Answers.MAX_VALUE_LENGTH + 1));
        otherLength += asks ? 0 : fitting.length() + (answers.containsKey(known) ? 0 : known.length());
        answers.computeIfAbsent(known, any -> new ArrayList<>()).add(fitting);
    }

    private String numbered(String name) {
        String distinct = name;
        int number = numbers.getOrDefault(AnswerNames.normalize(name), 2);
        for (; !labels.add(AnswerNames.normalize(distinct)); number++) {
            distinct = withNumber(name, number);
        }
        numbers.put(AnswerNames.normalize(name), number);
        return distinct;
    }

    /** The name, or one with a number that stands for no question which the sender's own data answers. */
    private String unreserved(String name) {
        String free = name;
        for (int number = 2; isReserved(free); number++) {
            free = withNumber(name, number);
        }
        return free;
    }

    /** Leaves room for the number: names that differ only at their very end would be the same. */
    private static String withNumber(String name, int number) {
        return name.substring(0, Math.min(name.length(), LONGEST_NUMBERED)) + " (" + number + ")";
    }

    private boolean isReserved(String name) {
        return !reserved.isEmpty() && question(name).filter(reserved::contains).isPresent();
    }

    /** The form's question that a name alone stands for, in any spelling. */
    private Optional<String> question(String name) {
        return Optional.ofNullable(questions.match(List.of(name)).get(name));
    }

    /** No two questions of the sender stand for the same one of the form because of another name. */
    private String chosen(String numbered, List<String> candidates) {
        return questions.find(numbered).isPresent()
                ? numbered
                : candidates.stream()
                        .skip(1)
                        .filter(name -> questions.find(name).filter(asked::add).isPresent())
                        .findFirst()
                        .orElse(numbered);
    }

    private static String nameOrDefault(String name) {
        return name == null || name.isBlank() ? UNNAMED : AnswerNames.truncate(name.strip());
    }
}
