package ghl.gateway.intake.sender;

import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The body format and signature of each sender type. */
public final class Senders {

    private static final Map<SenderType, AnswerExtractor> EXTRACTORS = new EnumMap<>(Map.of(
            SenderType.TYPEFORM, new Typeform(),
            SenderType.TALLY, new Tally(),
            SenderType.JOTFORM, new Jotform(),
            SenderType.WEBFLOW, new Webflow(),
            SenderType.GRAVITY_FORMS, new GravityForms(),
            SenderType.STANDARD_WEBHOOKS, new StandardWebhooks(),
            SenderType.LINK, new GenericSender(),
            SenderType.PUBLIC, new GenericSender()));

    private static final Map<SenderType, Signature> SIGNATURES = new EnumMap<>(Map.of(
            SenderType.TYPEFORM, new BodySignature("Typeform-Signature", "sha256="),
            SenderType.TALLY, new BodySignature("Tally-Signature", ""),
            SenderType.WEBFLOW, new WebflowSignature(),
            SenderType.STANDARD_WEBHOOKS, new StandardSignature()));

    /** Senders with an unmistakable format, then the generic one. */
    private static final List<SenderType> CANDIDATES =
            List.of(SenderType.TYPEFORM, SenderType.TALLY, SenderType.JOTFORM, SenderType.WEBFLOW, SenderType.LINK);

    private Senders() {}

    /** The probable sender of a body, guessed from its format. */
    public record Guess(SenderType sender, ReceivedAnswers received) {}

    public static AnswerExtractor extractor(SenderType type) {
        return EXTRACTORS.get(type);
    }

    /** Empty for senders that do not sign. */
    public static Optional<Signature> signature(SenderType type) {
        return Optional.ofNullable(SIGNATURES.get(type));
    }

    /**
     * The sender whose signature header the request has, valid or not; empty without one.
     *
     * @param headers by lower-case name
     */
    public static Optional<SenderType> signer(Map<String, String> headers) {
        return SIGNATURES.entrySet().stream()
                .filter(entry -> headers.containsKey(entry.getValue().header().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Guesses the sender from the body's format, which proves nothing about who sent it. Empty when no format fits. */
    public static Optional<Guess> guess(RequestBody request) {
        return CANDIDATES.stream().flatMap(type -> read(type, request).stream()).findFirst();
    }

    private static Optional<Guess> read(SenderType type, RequestBody request) {
        try {
            return Optional.of(new Guess(type, extractor(type).extract(request)));
        } catch (MalformedBodyException e) {
            return Optional.empty();
        }
    }
}
