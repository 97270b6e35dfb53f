package ghl.gateway.intake.sender;

import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What each kind of sender writes, and how it signs. */
public final class Senders {

    private static final Map<SenderType, AnswerExtractor> FLATTENERS = new EnumMap<>(Map.of(
            SenderType.TYPEFORM, new Typeform(),
            SenderType.TALLY, new Tally(),
            SenderType.JOTFORM, new Jotform(),
            SenderType.WEBFLOW, new Webflow(),
            SenderType.GRAVITY_FORMS, new GravityForms(),
            SenderType.STANDARD_WEBHOOKS, new StandardWebhooks(),
            SenderType.LINK, new GenericSender(),
            SenderType.PUBLIC, new GenericSender()));

    private static final Map<SenderType, Signed> SIGNATURES = new EnumMap<>(Map.of(
            SenderType.TYPEFORM, new Signed("Typeform-Signature", new BodySignature("Typeform-Signature", "sha256=")),
            SenderType.TALLY, new Signed("Tally-Signature", new BodySignature("Tally-Signature", "")),
            SenderType.WEBFLOW, new Signed("X-Webflow-Signature", new WebflowSignature()),
            SenderType.STANDARD_WEBHOOKS, new Signed("webhook-signature", new StandardSignature())));

    private record Signed(String header, Signature signature) {}

    private Senders() {}

    public static AnswerExtractor flattener(SenderType type) {
        return FLATTENERS.get(type);
    }

    /** Empty for those who sign nothing. */
    public static Optional<Signature> signature(SenderType type) {
        return Optional.ofNullable(SIGNATURES.get(type)).map(Signed::signature);
    }

    /** Whose signature this carries, right or wrong; empty when nobody's. */
    public static Optional<SenderType> signer(RequestBody posted) {
        return SIGNATURES.entrySet().stream()
                .filter(entry -> posted.header(entry.getValue().header()) != null)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
