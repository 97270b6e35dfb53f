package ghl.gateway.form.file;

import com.fasterxml.jackson.databind.JsonNode;
import ghl.gateway.form.definition.SenderDefinition;
import ghl.gateway.form.definition.SenderDefinition.GuardDefinition;
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

final class SenderReader {

    private final Predicate<String> isSet;
    private final Set<String> answers;

    SenderReader(Predicate<String> isSet, Set<String> answers) {
        this.isSet = isSet;
        this.answers = answers;
    }

    List<SenderDefinition> senders(FormNode form) {
        Set<SenderType> seen = EnumSet.noneOf(SenderType.class);
        return form.at("senders").elements().stream()
                .map(sender -> {
                    SenderDefinition read = sender(sender);
                    if (!seen.add(read.type())) {
                        sender.addProblem(
                                "repeats a sender type: remove one of them, a form has at most one sender per type");
                    }
                    return read;
                })
                .toList();
    }

    private SenderDefinition sender(FormNode sender) {
        String type = sender.text("type", null).replace('-', '_').toUpperCase(Locale.ROOT);
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
        if (!guard.isPresent()) {
            return null;
        }
        FormNode captcha = guard.at("captcha");
        JsonNode perMinute = guard.at("perMinute").node();
        return new GuardDefinition(
                honeypot(guard),
                duration(guard, "minimumFillTime"),
                perMinute.isMissingNode() ? null : perMinute.asInt(),
                captcha.isPresent()
                        ? new SenderDefinition.Captcha(secret(captcha), captcha.text("answer", null))
                        : null);
    }

    /** Without its secret, a sender would be rejected, and every captcha would fail. */
    private String secret(FormNode parent) {
        String variable = parent.text("secretEnv", null);
        if (variable != null && !isSet.test(variable)) {
            parent.at("secretEnv")
                    .addProblem("environment variable " + variable + " is not set: set it and restart the gateway");
        }
        return variable;
    }

    private String honeypot(FormNode guard) {
        String name = guard.text("honeypot", null);
        if (name != null && answers.contains(name)) {
            guard.at("honeypot")
                    .addProblem("honeypot " + name
                            + " is also an answer of the form, so every submission with that answer would be treated as"
                            + " spam: rename one of them");
        }
        return name;
    }

    private static Duration duration(FormNode parent, String field) {
        String text = parent.text(field, null);
        try {
            return text == null ? null : Duration.parse(text);
        } catch (DateTimeParseException e) {
            parent.at(field).addProblem(field + " is not an ISO 8601 duration: write for example PT3S");
            return null;
        }
    }
}
