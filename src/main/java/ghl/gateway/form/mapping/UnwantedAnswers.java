package ghl.gateway.form.mapping;

import ghl.gateway.form.answer.AnswerNames;
import ghl.gateway.form.answer.SecretNames;
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

    /** Added to a name that occurs several times, such as {@code Password (2)}. */
    private static final Pattern COUNT = Pattern.compile(" \\(\\d+\\)$");

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

    private boolean isUnwanted(String received) {
        String name = COUNT.matcher(received).replaceFirst("");
        String normalized = AnswerNames.normalize(name);
        String key = AnswerNames.key(name);
        return reserved.contains(normalized)
                || normalized.indexOf(' ') < 0 && INTERNAL.matcher(normalized).find()
                || TECHNICAL.contains(key)
                || TECHNICAL_KEYS.contains(key) && AnswerNames.isKey(name)
                || SecretNames.isSecret(name);
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
