package ghl.gateway.form.file;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.GuardDefinition;
import ghl.gateway.form.definition.SenderDefinition;
import ghl.gateway.form.definition.SenderType;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads who may send a form. */
final class SenderReader {

    private final Predicate<String> isSet;
    private final Set<String> answers;

    /** @param answers names of the form's answers */
    SenderReader(Predicate<String> isSet, Set<String> answers) {
        this.isSet = isSet;
        this.answers = answers;
    }

    List<SenderDefinition> senders(FormNode form) {
        Set<SenderType> seen = EnumSet.noneOf(SenderType.class);
        return form.at("senders").each().stream()
                .map(sender -> {
                    SenderDefinition read = sender(sender);
                    if (!seen.add(read.type())) {
                        sender.problem("is the second sender of its type: a form has one of each at most");
                    }
                    return read;
                })
                .toList();
    }

    private SenderDefinition sender(FormNode sender) {
        String type = sender.textOr("type", null).replace('-', '_').toUpperCase(Locale.ROOT);
        Map<String, String> options = new LinkedHashMap<>();
        sender.at("options")
                .node()
                .properties()
                .forEach(
                        option -> options.put(option.getKey(), option.getValue().asText()));
        return new SenderDefinition(
                SenderType.valueOf(type),
                secret(sender),
                FormNode.texts(sender.at("origins").node()),
                FormNode.texts(sender.at("next").node()),
                guard(sender.at("guard")),
                Map.copyOf(options));
    }

    private GuardDefinition guard(FormNode guard) {
        if (!guard.isThere()) {
            return null;
        }
        FormNode captcha = guard.at("captcha");
        JsonNode perMinute = guard.at("perMinute").node();
        return new GuardDefinition(
                honeypot(guard),
                duration(guard, "minimumFillTime"),
                perMinute.isMissingNode() ? null : perMinute.asInt(),
                captcha.isThere()
                        ? new GuardDefinition.Captcha(secret(captcha), captcha.textOr("answer", null))
                        : null);
    }

    /** What comes in would be refused, or nobody's captcha solved. */
    private String secret(FormNode place) {
        String variable = place.textOr("secretEnv", null);
        if (variable != null && !isSet.test(variable)) {
            place.at("secretEnv")
                    .problem("the variable " + variable + " is not set: set it, and start the gateway with it");
        }
        return variable;
    }

    private String honeypot(FormNode guard) {
        String name = guard.textOr("honeypot", null);
        if (name != null && answers.contains(name)) {
            guard.at("honeypot")
                    .problem("the honeypot " + name
                            + " is an answer of the form, and whoever gives it would be taken for"
                            + " spam: call one of them otherwise");
        }
        return name;
    }

    private static Duration duration(FormNode place, String field) {
        String text = place.textOr(field, null);
        try {
            return text == null ? null : Duration.parse(text);
        } catch (DateTimeParseException e) {
            place.at(field).problem(field + " is not an amount of time: give ISO 8601, for example PT3S");
            return null;
        }
    }
}
