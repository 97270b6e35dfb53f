package ghl.gateway.intake;

import ghl.gateway.form.answer.Answers;
import ghl.gateway.submission.input.SubmissionContextInput;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where a form was filled in, as far as what was sent tells it. */
final class ContextReader {

    private static final int LONGEST_URL = 2000;

    private ContextReader() {}

    /**
     * From the answers {@code utm_source}, {@code utm_medium} and {@code utm_campaign}, as hidden fields carry them.
     *
     * @param referer the page that sent it; null when the browser does not say
     * @return null when nothing is known
     */
    static SubmissionContextInput of(Answers answers, String referer) {
        String page = referer == null || referer.length() > LONGEST_URL ? null : referer;
        String source = first(answers, "utm_source");
        String medium = first(answers, "utm_medium");
        String campaign = first(answers, "utm_campaign");
        return Stream.of(page, source, medium, campaign).allMatch(Objects::isNull)
                ? null
                : new SubmissionContextInput(page, null, null, source, medium, campaign);
    }

    private static String first(Answers answers, String name) {
        List<String> values = answers.values(name);
        return values.isEmpty() ? null : values.get(0);
    }
}
