package ghl.gateway.intake.sender;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.form.definition.SenderType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is answered, each answer has the name that it has in a complete response. */
class AnswerNamesProperties {

    private static final List<String> LABELS = List.of("Phone", "phone", "Phone (2)", "", "Email");

    @Property(tries = 300)
    void of_a_list_of_questions(
            @ForAll @Size(max = 6) List<@IntRange(max = 4) Integer> labels,
            @ForAll Set<@IntRange(max = 5) Integer> nulls,
            @ForAll Set<@IntRange(max = 5) Integer> missing) {
        assertThat(questions(labels, nulls, missing).entrySet())
                .isSubsetOf(questions(labels, Set.of(), Set.of()).entrySet());
    }

    @Property(tries = 200)
    void of_tally(
            @ForAll @Size(max = 6) List<@IntRange(max = 4) Integer> labels,
            @ForAll Set<@IntRange(max = 5) Integer> nulls) {
        assertThat(tally(labels, nulls).entrySet())
                .isSubsetOf(tally(labels, Set.of()).entrySet());
    }

    @Property(tries = 200)
    void of_typeform(
            @ForAll @Size(max = 6) List<@IntRange(max = 4) Integer> titles,
            @ForAll Set<@IntRange(max = 5) Integer> skipped) {
        assertThat(typeform(titles, skipped).entrySet())
                .isSubsetOf(typeform(titles, Set.of()).entrySet());
    }

    private static Map<String, List<String>> questions(List<Integer> labels, Set<Integer> nulls, Set<Integer> missing) {
        String items = items(
                labels.size(),
                place -> "{\"id\":\"q" + place + "\",\"type\":\"text\",\"label\":\""
                        + LABELS.get(labels.get(place)) + '"'
                        + (missing.contains(place) ? "" : ",\"value\":" + value(place, nulls)) + "}");
        return Samples.answers(SenderType.LINK, "{\"questions\":[" + items + "]}");
    }

    private static Map<String, List<String>> tally(List<Integer> labels, Set<Integer> nulls) {
        String fields = items(
                labels.size(),
                place -> "{\"key\":\"q" + place + "\",\"label\":\"" + LABELS.get(labels.get(place))
                        + "\",\"type\":\"INPUT_TEXT\",\"value\":" + value(place, nulls) + "}");
        return Samples.answers(
                SenderType.TALLY,
                "{\"eventType\":\"FORM_RESPONSE\",\"data\":{\"responseId\":\"r1\",\"fields\":[" + fields + "]}}");
    }

    private static Map<String, List<String>> typeform(List<Integer> titles, Set<Integer> skipped) {
        String fields = items(
                titles.size(),
                place -> "{\"id\":\"f" + place + "\",\"title\":\"" + LABELS.get(titles.get(place)) + "\"}");
        String answers = items(
                titles.size(),
                place -> skipped.contains(place)
                        ? ""
                        : "{\"type\":\"text\",\"text\":" + value(place, Set.of()) + ",\"field\":{\"id\":\"f" + place
                                + "\"}}");
        return Samples.answers(
                SenderType.TYPEFORM,
                "{\"event_type\":\"form_response\",\"form_response\":{\"token\":\"t\",\"definition\":{\"fields\":["
                        + fields + "]},\"answers\":[" + answers + "]}}");
    }

    private static String items(int number, IntFunction<String> item) {
        return IntStream.range(0, number)
                .mapToObj(item)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(","));
    }

    private static String value(int place, Set<Integer> nulls) {
        return nulls.contains(place) ? "null" : "\"value " + place + "\"";
    }
}
