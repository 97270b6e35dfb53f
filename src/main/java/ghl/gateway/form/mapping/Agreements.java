package ghl.gateway.form.mapping;

import ghl.gateway.form.definition.ActionsDefinition.ConsentDefinition;
import ghl.gateway.form.definition.AnswerDefinition;
import ghl.gateway.form.definition.AnswerType;
import ghl.gateway.form.definition.FormDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the answers to a form's questions say as an agreement. */
final class Agreements {

    /** Types whose answer means yes, because it gives what the question asks for. */
    private static final Set<AnswerType> VALUES =
            EnumSet.of(AnswerType.EMAIL, AnswerType.PHONE, AnswerType.NUMBER, AnswerType.DATE);

    /** A word with a digit or an {@code @}. */
    private static final Pattern VALUE = Pattern.compile("(?<!\\S)[^\\s@\\p{Nd}]*[@\\p{Nd}]\\S*");

    private final FormDefinition form;

    Agreements(FormDefinition form) {
        this.form = form;
    }

    /** @param received the texts of each name that was received: names that contradict each other are unclear */
    YesNo meaning(AnswerDefinition answer, Collection<List<String>> received) {
        List<String> own = ownTexts(answer);
        YesNo said = YesNo.together(received.stream().map(texts -> YesNo.of(texts, own)));
        boolean isValue = VALUES.contains(answer.type())
                && received.stream().flatMap(List::stream).allMatch(Agreements::isValue);
        return said == YesNo.UNCLEAR && isValue ? YesNo.YES : said;
    }

    /** Whether a text has an address, a number or a date, and no word beside it that refuses. */
    private static boolean isValue(String text) {
        return VALUE.matcher(text).find()
                && !YesNo.hasNegation(VALUE.matcher(text).replaceAll(" "));
    }

    /** What a checkbox sends that repeats its name, its label or the sentence beside it, and options that mean yes. */
    private List<String> ownTexts(AnswerDefinition answer) {
        List<String> own = new ArrayList<>(answer.from());
        own.add(answer.name());
        own.add(answer.label());
        ConsentDefinition consent = form.actions().consent();
        boolean isConsent = consent != null
                && consent.when() != null
                && consent.when().answers().contains(answer.name());
        if (isConsent) {
            own.add(consent.text());
        }
        own.addAll(agreeing(answer, isConsent));
        return own;
    }

    /**
     * The options of a yes-or-no question are there to mean yes, such as "Do not write to me" of an opt-out; but none agrees that
     * may be a refusal. Of other questions, any option may be one, and of several that begin with a yes, one may agree to
     * something else.
     */
    private static Collection<String> agreeing(AnswerDefinition answer, boolean isConsent) {
        List<String> options = answer.options();
        if (options.size() == 1) {
            return options;
        }
        if (answer.type() == AnswerType.YES_NO) {
            return options.stream()
                    .filter(option -> isConsent ? !YesNo.hasNegation(option) : !YesNo.beginsWithNo(option))
                    .toList();
        }
        List<String> yes = options.stream().filter(YesNo::beginsWithYes).toList();
        return yes.size() == 1 ? yes : List.of();
    }
}
