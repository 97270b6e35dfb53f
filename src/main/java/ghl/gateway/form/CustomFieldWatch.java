package ghl.gateway.form;

import ghl.gateway.contact.CustomFieldDefinition;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.highlevel.settings.CrmConnection;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Looks whether locations have the custom fields that forms write. That is known only while the CRM answers, and somebody
 * may delete a field at any time: so it stops nothing, and what the CRM lacks goes to the note.
 */
@ApplicationScoped
class CustomFieldWatch {

    private static final Logger LOG = Logger.getLogger(CustomFieldWatch.class);
    private static final String PREFIX = "contact.";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** After the CRM has not answered. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private final HighLevel crm;
    private final CrmConnection connection;
    private final FormsConfig config;
    private final Clock clock;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    CustomFieldWatch(HighLevel crm, CrmConnection connection, FormsConfig config, Clock clock) {
        this.crm = crm;
        this.connection = connection;
        this.config = config;
        this.clock = clock;
    }

    private record Look(FormDefinition form, List<String> warnings, Instant again) {}

    /** What was last found missing. */
    List<String> warnings(FormDefinition form) {
        Look look = looks.get(form.name());
        return look == null || look.form() != form ? List.of() : look.warnings();
    }

    /** Looks where it is time to. Blocks, and may cost a call for each location. */
    void look(List<FormDefinition> forms) {
        looks.keySet().retainAll(forms.stream().map(FormDefinition::name).collect(Collectors.toSet()));
        for (FormDefinition form : forms) {
            Look last = looks.get(form.name());
            boolean isDue =
                    last == null || last.form() != form || !clock.instant().isBefore(last.again());
            if (isDue && !form.actions().contact().customFields().isEmpty()) {
                Look look = look(form);
                if (last == null || !look.warnings().equals(last.warnings())) {
                    look.warnings().forEach(warning -> LOG.warnf("Form %s: %s", form.name(), warning));
                }
                looks.put(form.name(), look);
            }
        }
    }

    private Look look(FormDefinition form) {
        String locationId = connection.locationOrDefault(form.locationId());
        Instant now = clock.instant();
        try {
            Set<String> known = crm.customFieldDefinitions(locationId).await().atMost(PATIENCE).stream()
                    .map(CustomFieldDefinition::key)
                    .collect(Collectors.toSet());
            List<String> warnings = form.actions().contact().customFields().keySet().stream()
                    .filter(key -> !known.contains(withoutPrefix(key)))
                    .map(key -> "the location " + locationId + " has no custom field " + key
                            + ": make it there, or mend the key; until then its answers go to the note")
                    .toList();
            return new Look(form, warnings, now.plus(config.recheck()));
        } catch (UpstreamException | TimeoutException noAnswer) {
            String warning = "the CRM cannot be asked now whether the location " + locationId
                    + " has the custom fields that this form writes; it will be asked again";
            return new Look(form, List.of(warning), now.plus(SOON));
        }
    }

    private static String withoutPrefix(String key) {
        return key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key;
    }
}
