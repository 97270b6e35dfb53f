package ghl.gateway.intake.sender;

import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.MalformedBodyException;
import ghl.gateway.intake.body.RequestBody;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All senders. */
public final class Senders {

    private static final SenderFormat LINK = new GenericSender(SenderType.LINK);

    /**
     * In the order in which a body's sender is recognized: an unmistakable structure first. The last format of a type is the
     * one that reads it when none is recognized.
     */
    private static final List<SenderFormat> FORMATS = List.of(
            new Typeform(),
            new Tally(),
            new Jotform(),
            new Webflow(),
            new GravityForms(),
            new GoogleAds(),
            new Calendly(),
            new CalCom(),
            new Netlify(),
            new Fillout(),
            new Paperform(),
            new Cognito(),
            new GhlWorkflow(),
            new Formspree(),
            new Framer(),
            new WpForms(),
            new FluentForms(),
            new Elementor(),
            new ContactForm7(),
            new StandardWebhooks(),
            new HeyForm(),
            new Wufoo(),
            new Wix(),
            new Unbounce(),
            LINK,
            new GenericSender(SenderType.PUBLIC));

    private static final Map<SenderType, SenderFormat> BY_TYPE = new EnumMap<>(SenderType.class);

    static {
        FORMATS.forEach(format -> BY_TYPE.put(format.type(), format));
    }

    private Senders() {}

    /**
     * Reads a body as the sender's type says. A link's sender is recognized by the body, and so is any other whose body has
     * not the format of its type.
     *
     * @throws MalformedBodyException when the body cannot be read, or is an event of its sender that is no form
     */
    public static ReceivedAnswers read(SenderType type, RequestBody request, Questions questions) {
        if (type != SenderType.PUBLIC && Ping.matches(request.tree(), questions)) {
            return ReceivedAnswers.ignored("The body says that it is a test");
        }
        SenderFormat format = type == SenderType.LINK ? recognized(request) : BY_TYPE.getOrDefault(type, LINK);
        try {
            return format.read(request, questions);
        } catch (MalformedBodyException anotherFormat) {
            return recognized(request).read(request, questions);
        }
    }

    /** Empty for senders that do not sign. */
    public static Optional<Signature> signature(SenderType type) {
        return Optional.ofNullable(BY_TYPE.getOrDefault(type, LINK).signature());
    }

    /**
     * The sender whose signature header the request has, valid or not; empty without one.
     *
     * @param headers by lower-case name
     */
    public static Optional<SenderType> signer(Map<String, String> headers) {
        return FORMATS.stream()
                .filter(format -> format.signature() != null
                        && headers.containsKey(format.signature().header().toLowerCase(Locale.ROOT)))
                .map(SenderFormat::type)
                .findFirst();
    }

    /** Guesses the sender from the body's format, which proves nothing about who sent it: {@code LINK} when none fits. */
    public static SenderType guess(RequestBody request) {
        try {
            return recognized(request).type();
        } catch (MalformedBodyException unreadable) {
            return SenderType.LINK;
        }
    }

    private static SenderFormat recognized(RequestBody request) {
        return FORMATS.stream()
                .filter(format -> format.matches(request))
                .findFirst()
                .orElse(LINK);
    }
}
