package ghl.gateway.form.mapping;

import ghl.gateway.form.answer.AnswerNames;
import ghl.gateway.form.answer.TokenNames;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.SenderDefinition;
import ghl.gateway.form.definition.SenderDefinition.GuardDefinition;
import ghl.gateway.submission.input.SubmissionContextInput;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the note does not repeat of the answers that no question asks for: secrets and tokens, files in Base64, what senders
 * add for themselves, and what the lines of the context say. An answer that a definition asks for is never unwanted.
 */
final class UnwantedAnswers {

    /** Names without blanks that begin so are the sender's own, for example {@code __submission.ip} and {@code _wpnonce}. */
    private static final Pattern INTERNAL = Pattern.compile("(^|\\.)[_$](?!replyto)");

    /** In names without blanks, besides {@link TokenNames}. */
    private static final Pattern SECRET = Pattern.compile(
            "passw(or)?[dt]|passphrase|passcode|kennwort|motdepasse|contrase[ñn]a|apikey|sess(ion)?id$|authenticity|honeypot|botfield"
                    + "|(token|secret|(?<!an)nonce|(secret|private|access|signing)key)$");

    /** At the end of names of few words, such as {@code Access token}, but not {@code Book token}. */
    private static final Pattern SECRET_IN_WORDS =
            Pattern.compile("(captcha(response)?|passw(or)?[dt]|passphrase|passcode|kennwort|motdepasse|contrase[ñn]a"
                    + "|(api|secret|private)key"
                    + "|(access|api|app|auth|authentication|bearer|client|csrf|id|refresh|security|session|shared|signing"
                    + "|user|verification|webhook)(token|secret))$");

    /** Whole names. A {@code PIN code} is a postal code in India. */
    private static final Pattern PERSONAL_SECRET = Pattern.compile(
            "(your|my)?(pin|ssn|socialsecurity(number)?|iban|(credit|debit|bank)?card(number|no|securitycode)"
                    + "|cc(number|num|no|csc|cvc|cvv)|(cvc|cvv|csc)2?(code)?)");

    private static final int FEW_WORDS = 3;

    private static final Set<String> TECHNICAL = Set.of(
            "ip",
            "ipaddress",
            "remoteip",
            "clientip",
            "userip",
            "remoteaddr",
            "useragent",
            "poweredby",
            "wphttpreferer",
            "formid",
            "formname",
            "formtitle",
            "formkey",
            "submissionid",
            "submissiontime",
            "responseid",
            "respondentid",
            "entryid",
            "sessionid",
            "visitorid",
            "workflowid",
            "createdat",
            "updatedat",
            "lastupdatedat",
            "submittedat",
            "timesubmitted",
            "datesubmitted",
            "datecreated",
            "dateupdated",
            "fbclid",
            "msclkid",
            "screenresolution");

    /** Only as a machine spells them, because people are asked for such things too. */
    private static final Set<String> TECHNICAL_KEYS = Set.of(
            "formtype",
            "eventid",
            "pageid",
            "contactid",
            "mimetype",
            "authorization",
            "submit",
            "submitbutton",
            "action",
            "timestamp",
            "winningoutcomeid",
            "uniqueid");

    private static final Pattern PAGE_TITLE = Pattern.compile("title|page");

    private final Set<String> reserved = new HashSet<>();
    private final Set<String> contextTexts = new HashSet<>();
    private String pageTitle;

    UnwantedAnswers(FormDefinition form, SubmissionContextInput context) {
        form.senders().stream()
                .map(SenderDefinition::guard)
                .filter(Objects::nonNull)
                .flatMap(guard -> Stream.of(guard.honeypot(), captchaAnswer(guard)))
                .filter(Objects::nonNull)
                .forEach(name -> reserved.add(AnswerNames.normalize(name)));
        if (context != null) {
            Stream.of(context.pageUrl(), context.referrer())
                    .filter(Objects::nonNull)
                    .forEach(contextTexts::add);
            pageTitle = context.pageTitle();
            addCampaign("utmsource", context.utmSource());
            addCampaign("utmmedium", context.utmMedium());
            addCampaign("utmcampaign", context.utmCampaign());
        }
    }

    /** The other answers, in their order. */
    Map<String, List<String>> removedFrom(Map<String, List<String>> answers) {
        Map<String, List<String>> rest = new LinkedHashMap<>();
        answers.forEach((name, values) -> {
            List<String> wanted = isUnwanted(name)
                    ? List.of()
                    : values.stream()
                            .filter(value ->
                                    !isInContext(name, value) && !MachineText.isOne(value) && !CardNumber.isOne(value))
                            .toList();
            if (!wanted.isEmpty()) {
                rest.put(name, wanted);
            }
        });
        return rest;
    }

    private boolean isUnwanted(String name) {
        String normalized = AnswerNames.normalize(name);
        String key = AnswerNames.key(name);
        return reserved.contains(normalized)
                || normalized.indexOf(' ') < 0 && INTERNAL.matcher(normalized).find()
                || TECHNICAL.contains(key)
                || TECHNICAL_KEYS.contains(key) && AnswerNames.isKey(name)
                || isSecret(normalized);
    }

    private static boolean isSecret(String normalized) {
        int words = normalized.split(" ").length;
        String letters = AnswerNames.key(normalized);
        if (PERSONAL_SECRET.matcher(letters).matches()) {
            return true;
        }
        return words == 1
                ? TokenNames.isToken(normalized) || SECRET.matcher(letters).find()
                : words <= FEW_WORDS && SECRET_IN_WORDS.matcher(letters).find();
    }

    private boolean isInContext(String name, String value) {
        String key = AnswerNames.key(name);
        return contextTexts.contains(value)
                || contextTexts.contains(campaign(key, value))
                || value.equals(pageTitle) && PAGE_TITLE.matcher(key).find();
    }

    private void addCampaign(String key, String value) {
        if (value != null) {
            contextTexts.add(campaign(key, value));
        }
    }

    private static String campaign(String key, String value) {
        return key + "=" + value;
    }

    private static String captchaAnswer(GuardDefinition guard) {
        return guard.captcha() == null ? null : guard.captcha().answer();
    }
}
