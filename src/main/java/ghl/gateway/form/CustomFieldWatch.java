package ghl.gateway.form;

import ghl.gateway.contact.CustomFieldDefinition;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.highlevel.HighLevel;
import ghl.gateway.highlevel.call.UpstreamException;
import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.time.Steady;
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
 * Checks whether locations have the custom fields that forms write. Only warns: the CRM may be unreachable, and a field may
 * be deleted at any time. Answers for missing fields go to the note.
 */
@ApplicationScoped
class CustomFieldWatch {

    private static final Logger LOG = Logger.getLogger(CustomFieldWatch.class);
    private static final String PREFIX = "contact.";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RETRY_AFTER_FAILURE = Duration.ofSeconds(30);

    private final HighLevel crm;
    private final CrmConnection connection;
    private final FormsConfig config;
    private final Clock steadyClock;
    private final Map<String, Check> checks = new ConcurrentHashMap<>();

    CustomFieldWatch(HighLevel crm, CrmConnection connection, FormsConfig config, @Steady Clock steadyClock) {
        this.crm = crm;
        this.connection = connection;
        this.config = config;
        this.steadyClock = steadyClock;
    }

    private record Check(FormDefinition form, List<String> warnings, Instant nextCheck) {}

    List<String> warnings(FormDefinition form) {
        Check last = checks.get(form.name());
        return last == null || last.form() != form ? List.of() : last.warnings();
    }

    /** Checks the forms that are due. Blocks; one call per location unless cached. */
    void checkDue(List<FormDefinition> forms) {
        checks.keySet().retainAll(forms.stream().map(FormDefinition::name).collect(Collectors.toSet()));
        for (FormDefinition form : forms) {
            Check last = checks.get(form.name());
            boolean isDue = last == null
                    || last.form() != form
                    || !steadyClock.instant().isBefore(last.nextCheck());
            if (isDue && !form.actions().contact().customFields().isEmpty()) {
                Check check = check(form);
                if (last == null || !check.warnings().equals(last.warnings())) {
                    check.warnings().forEach(warning -> LOG.warnf("Form %s: %s", form.name(), warning));
                }
                checks.put(form.name(), check);
            }
        }
    }

    private Check check(FormDefinition form) {
        String locationId = connection.locationOrDefault(form.locationId());
        Instant now = steadyClock.instant();
        try {
            Set<String> keys = crm.customFieldDefinitions(locationId).await().atMost(TIMEOUT).stream()
                    .map(CustomFieldDefinition::key)
                    .collect(Collectors.toSet());
            List<String> warnings = form.actions().contact().customFields().keySet().stream()
                    .filter(key -> !keys.contains(withoutPrefix(key)))
                    .map(key -> "location " + locationId + " has no custom field " + key
                            + ". Create it in the CRM or correct the key; until then its answers go to the note")
                    .toList();
            return new Check(form, warnings, now.plus(config.recheck()));
        } catch (UpstreamException | TimeoutException failure) {
            String warning = "custom fields of location " + locationId
                    + " could not be checked because the CRM did not answer; the gateway tries again";
            return new Check(form, List.of(warning), now.plus(RETRY_AFTER_FAILURE));
        }
    }

    private static String withoutPrefix(String key) {
        return key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key;
    }
}
