package ghl.gateway.intake.capture;

import ghl.gateway.form.answer.AnswerNames;
import ghl.gateway.form.answer.SecretNames;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the name of a captured answer says about it. Nested names, such as {@code contact.email}, have several parts. */
final class NameWords {

    private static final String PART = " / ";

    private static final Pattern NESTING = Pattern.compile("\\.(?=\\S)|\\[|]");
    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
    private static final Pattern CAMEL_CASE = Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})");

    /** Parts of nested names that say nothing about whose an answer is. */
    private static final Pattern NEUTRAL = Pattern.compile("\\d+|data|payload|fields?|form fields|answers?|questions?"
            + "|values?|raw value|body|submissions?|responses?|contact|lead|customer|client|person|invitee|attendees?"
            + "|custom data|form response|form data|metadata|item|json|xml");

    private static final String ADDRESS = "(e ?mails?|phones?|telephones?|mobiles?|numbers?|address)";

    /** People and places that are not the one who filled in the form. */
    private static final Pattern OTHERS = Pattern.compile(
            "\\b(organi[sz]ers?|hosts?|owners?|assigned|assignees?|reply ?to|senders?|recipients?|notifications?"
                    + "|admins?|administrators?|staff)\\b"
                    + "|(^|/ )(users?|locations?|accounts?|calendars?|teams?|workflows?|sites?|offices?|branch)(?= /)"
                    + "|\\blocation " + ADDRESS + "\\b"
                    + "|(^|/ )(from|to|cc|bcc)( (" + ADDRESS + "|name))*($| /)");

    private static final Pattern COMPANYS =
            Pattern.compile("\\b(company|companies|organi[sz]ation)\\b|(^|/ )business(?= /)");

    /** Words of a plain request for the person's own address or number. */
    private static final Set<String> OWN = Set.of(
            ("your my the a e mail email emails address adresse emailaddress phone phones phonenumber telephone telefon tel"
                            + " mobile mobil cell cellphone number nummer no handy whatsapp telefonnummer handynummer"
                            + " rufnummer ihre deine correo electronico direccion de tu su telefono movil celular courriel"
                            + " numero votre portable cellulare indirizzo il tuo telefoon telefoonnummer mobiel uw user work"
                            + " personal main primary private preferred best contact customer client lead business")
                    .split(" "));

    /** Words of requests for a second address, or that of someone whom the person knows. */
    private static final Pattern SECOND = Pattern.compile(
            "\\b(friends?|spouse|partners?|emergency|confirm(ation)?|repeat"
                    + "|again|alternat(e|ive)|second(ary)?|billing|invoices?|guests?|referr\\w+|colleagues?|parents?|child\\w*|fax)\\b");

    private static final Pattern EMAIL = Pattern.compile(
            "\\b(e ?mails?|mails?|email ?(address|adresse)\\w*|correo( electronico)?|courriel|e ?post)\\b|メール");
    private static final Pattern PHONE = Pattern.compile(
            "\\b(phone\\w*|telephone|telefon\\w*|telefoon\\w*|tel|mobiles?|mobil\\w*|movil|mobiel\\w*|cell|cellphone"
                    + "|celular|cellulare|portable|handy\\w*|rufnummer|whatsapp)\\b|電話|携帯|电话|手机");

    /** Words of names that a form builder gave, such as {@code input_3} and {@code entry.1024}. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\p{N}*|(fields?|inputs?|answers?|questions?|entry|item|text|values?|q)\\p{N}*");

    private static final Pattern CONSENT =
            Pattern.compile("\\b(consents?|agree\\w*|accept\\w*|gdpr|dsgvo|rgpd|newsletters?"
                    + "|einverstanden|einverstandnis|stimme zu|zustimm\\w*|einwillig\\w*|datenschutz\\w*|acepto|autorizo"
                    + "|consentimiento|consentement|consenso|acconsento|accetto|akkoord|toestemming"
                    + "|terms|privacy|opt ?in|subscri\\w+|marketing)\\b|同意");

    private static final Pattern TECHNICAL =
            Pattern.compile("\\b(utm|gclid|gcl id|gbraid|wbraid|fbclid|msclkid|ttclid|fbp|fbc|li fat id"
                    + "|http referr?er|user agent|remote ip|ip address|powered by"
                    + "|page (url|title|name|id)|source url|landing page url|api version)\\b");

    /** Only in names that a machine gave, because people are asked for such things too. */
    private static final Pattern TECHNICAL_KEY = Pattern.compile("\\b(u?u?ids?|ip|tokens?|secret|timestamp|referr?er"
            + "|(created|updated|submitted|modified|landed)( at)?|date (created|updated)|(form|event|site) (name|title|type)"
            + "|event|version)$");

    private final boolean isSecret;
    private final boolean isKey;
    private final String text;
    private final String own;

    private NameWords(boolean isSecret, boolean isKey, String text, String own) {
        this.isSecret = isSecret;
        this.isKey = isKey;
        this.text = text;
        this.own = own;
    }

    static NameWords of(String name) {
        List<String> parts = NESTING.splitAsStream(name)
                .map(NameWords::words)
                .filter(part -> !part.isEmpty())
                .toList();
        String own = parts.stream()
                .filter(part -> parts.size() == 1 || !NEUTRAL.matcher(part).matches())
                .collect(Collectors.joining(" "));
        return new NameWords(SecretNames.isSecret(name), AnswerNames.isKey(name), String.join(PART, parts), own);
    }

    /** The words without parts that say nothing, in lower case, with a space between. */
    String text() {
        return own;
    }

    /** Whether the answer belongs to the host, the owner or another user of the form, not to who filled it in. */
    boolean isOfOthers() {
        return OTHERS.matcher(text).find();
    }

    boolean isOfCompany() {
        return COMPANYS.matcher(text).find();
    }

    boolean isEmail() {
        return EMAIL.matcher(own).find();
    }

    boolean isPhone() {
        return PHONE.matcher(own).find();
    }

    /** Whether it asks for nothing but the person's own address or number. */
    boolean isPlain() {
        return Arrays.stream(own.split(" ")).allMatch(OWN::contains);
    }

    /** Whether it says nothing about the answer. */
    boolean isPlaceholder() {
        return Arrays.stream(own.split(" "))
                .allMatch(word -> PLACEHOLDER.matcher(word).matches());
    }

    boolean isSecond() {
        return SECOND.matcher(text).find();
    }

    boolean isConsent() {
        return CONSENT.matcher(own).find();
    }

    /** Whether a machine added the answer, such as the campaign, a token, or the form's id, or it is a secret. */
    boolean isTechnical() {
        return isSecret
                || TECHNICAL.matcher(text).find()
                || isKey && TECHNICAL_KEY.matcher(text).find();
    }

    /** {@code Telefono movil} for {@code Teléfono móvil}. Japanese voicing marks stay. */
    static String withoutAccents(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        return Normalizer.normalize(ACCENTS.matcher(decomposed).replaceAll(""), Normalizer.Form.NFC);
    }

    private static String words(String part) {
        return withoutAccents(CAMEL_CASE.matcher(part).replaceAll(" "))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
