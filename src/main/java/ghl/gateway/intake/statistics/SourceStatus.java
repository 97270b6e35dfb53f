package ghl.gateway.intake.statistics;

import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.statistics.Counter.Outcome;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What the senders of one type posted to a form in the last day.
 *
 * @param posts all of them: the five numbers that follow, and those without an e-mail address and a phone number
 * @param identified accepted with an e-mail address or a phone number
 * @param quarantined accepted as probable spam
 * @param rejected refused with what is to be corrected, also a missing or wrong signature
 * @param ignored no forms, for example a sender's tests
 * @param unreadable no answer could be read
 * @param understood answers to the form's questions
 * @param notUnderstood answers that no question asks for
 * @param answers how often each question was answered, also never
 * @param lastIdentifiedAt when an e-mail address or a phone number was last found, also before the last day; null if never
 */
public record SourceStatus(
        SenderType source,
        long posts,
        long identified,
        long quarantined,
        long rejected,
        long ignored,
        long unreadable,
        long understood,
        long notUnderstood,
        Map<String, Long> answers,
        Instant lastIdentifiedAt) {

    /** @param sums by name of their {@link Counter} */
    static SourceStatus of(
            FormDefinition form, Source source, Identification identification, ToLongFunction<String> sums) {
        Map<String, Long> answers = new LinkedHashMap<>();
        form.answers()
                .forEach(question -> answers.put(question.name(), sums.applyAsLong(Counter.answer(question.name()))));
        return new SourceStatus(
                source.type(),
                Arrays.stream(Outcome.values())
                        .map(Outcome::name)
                        .mapToLong(sums)
                        .sum(),
                sums.applyAsLong(Outcome.IDENTIFIED.name()),
                sums.applyAsLong(Outcome.QUARANTINED.name()),
                sums.applyAsLong(Outcome.REJECTED.name()),
                sums.applyAsLong(Outcome.IGNORED.name()),
                sums.applyAsLong(Outcome.UNREADABLE.name()),
                answers.values().stream().mapToLong(Long::longValue).sum(),
                sums.applyAsLong(Counter.UNASKED),
                answers,
                identification.lastAt());
    }
}
