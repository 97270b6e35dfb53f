package ghl.gateway.submission.input;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a sender says about a delivery rather than about the form: the time, the number of the attempt, the signature in a file's
 * address. It differs when the sender repeats the event.
 */
public final class DeliveryDetails {

    /** Without separators, in lower case. */
    private static final Set<String> NAMES = Set.of("""
            attempt attempts attemptno attemptnumber attemptcount deliveryattempt deliveryattempts deliverycount deliveryid
            webhookdeliveryid requestid retry retries retrycount retrynumber retryattempt isretry redelivery redelivered
            isredelivery timestamp sentat deliveredat deliverytime updatedat lastupdatedat dateupdated
            lastmodified lastmodifiedat modifiedat""".split("\\s+"));

    private static final int MAX_NAME_LENGTH = 100;

    /** Of Amazon, Google, Microsoft and those who imitate them. */
    private static final Pattern SIGNATURE = Pattern.compile(
            "(?<=[?&])(x-(amz|goog)-[a-z0-9-]+|key-pair-id|policy|signature|sig|s[et]|access_?token|token|expir(es|y|ation))"
                    + "=[^&#]*&?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+\\?\\S+", Pattern.CASE_INSENSITIVE);

    private DeliveryDetails() {}

    /** Whether a name, nested or not, is one that machines give to such a detail. {@code Timestamp} may be a question. */
    public static boolean isName(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return last.length() <= MAX_NAME_LENGTH
                && !last.isEmpty()
                && Character.isLowerCase(last.charAt(0))
                && NAMES.contains(last.replaceAll("[_-]", "").toLowerCase(Locale.ROOT));
    }

    /** The text, or, if it is an address, the address without its signature. */
    public static String unsigned(String text) {
        return ADDRESS.matcher(text).matches() ? SIGNATURE.matcher(text).replaceAll("") : text;
    }

    /** The other answers by name: senders may change the order too. */
    public static List<AnswerInput> removedFrom(List<AnswerInput> answers) {
        return answers.stream()
                .filter(answer -> !isName(answer.field()))
                .map(answer -> new AnswerInput(
                        answer.field(),
                        answer.value() == null ? null : unsigned(answer.value()),
                        answer.values() == null
                                ? null
                                : answer.values().stream()
                                        .map(DeliveryDetails::unsigned)
                                        .toList()))
                .sorted(Comparator.comparing(AnswerInput::field))
                .toList();
    }
}
