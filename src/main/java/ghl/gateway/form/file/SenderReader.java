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

/** Reads who may send a form. */
final class SenderReader {

    private SenderReader() {}

    static List<SenderDefinition> senders(Place form) {
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

    private static SenderDefinition sender(Place sender) {
        String type = sender.textOr("type", null).replace('-', '_').toUpperCase(Locale.ROOT);
        Map<String, String> options = new LinkedHashMap<>();
        sender.at("options")
                .node()
                .properties()
                .forEach(
                        option -> options.put(option.getKey(), option.getValue().asText()));
        return new SenderDefinition(
                SenderType.valueOf(type),
                sender.textOr("secretEnv", null),
                Place.texts(sender.at("origins").node()),
                Place.texts(sender.at("next").node()),
                guard(sender.at("guard")),
                Map.copyOf(options));
    }

    private static GuardDefinition guard(Place guard) {
        if (!guard.isThere()) {
            return null;
        }
        Place captcha = guard.at("captcha");
        JsonNode perMinute = guard.at("perMinute").node();
        return new GuardDefinition(
                guard.textOr("honeypot", null),
                duration(guard, "minimumFillTime"),
                perMinute.isMissingNode() ? null : perMinute.asInt(),
                captcha.isThere()
                        ? new GuardDefinition.Captcha(captcha.textOr("secretEnv", null), captcha.textOr("answer", null))
                        : null);
    }

    private static Duration duration(Place place, String field) {
        String text = place.textOr(field, null);
        try {
            return text == null ? null : Duration.parse(text);
        } catch (DateTimeParseException e) {
            place.at(field).problem(field + " is not an amount of time: give ISO 8601, for example PT3S");
            return null;
        }
    }
}
