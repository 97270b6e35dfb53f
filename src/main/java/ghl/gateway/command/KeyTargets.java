package ghl.gateway.command;

import ghl.gateway.contact.LocationScope;
import ghl.gateway.credential.store.CredentialStore;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.form.file.BuiltInForms;
import ghl.gateway.form.file.FormFile;
import ghl.gateway.form.file.FormFileException;
import ghl.gateway.form.file.FormFolder;
import ghl.gateway.form.file.FormReader;
import ghl.gateway.form.file.FormSource;
import ghl.gateway.highlevel.settings.CrmSettings;
import ghl.gateway.highlevel.settings.HighLevelConfig;
import ghl.gateway.storage.Database;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Locations and forms that new keys refer to. Refuses those that the settings rule out; warns of those that only the CRM or
 * a later install can confirm.
 */
final class KeyTargets {

    private KeyTargets() {}

    /**
     * Resolves locations given by ID or by their name in the settings.
     *
     * @throws IllegalArgumentException when the gateway cannot reach one of them
     */
    static LocationScope locations(Collection<String> idsOrNames, Database database, Consumer<String> warn) {
        LocationScope given = LocationScope.of(idsOrNames);
        if (given.all()) {
            return given;
        }
        CrmSettings crm;
        try {
            crm = crm();
        } catch (ConfigurationException | ConfigValidationException e) {
            warn.accept("the locations were not checked, because the gateway would not start. "
                    + String.join(" ", StartFailure.problems(e)));
            return given;
        }
        Set<Owner> connected = new HashSet<>(database.read(CredentialStore::owners));
        Set<String> ids = given.ids().stream().map(crm::locationId).collect(Collectors.toSet());
        ids.forEach(id -> checkLocation(id, crm, connected).ifPresent(warn));
        return new LocationScope(false, ids);
    }

    /** @return what to warn of @throws IllegalArgumentException when the gateway cannot reach it */
    static Optional<String> checkLocation(String id, CrmSettings crm, Set<Owner> connected) {
        if (crm.tokens().containsKey(id)
                || connected.contains(Owner.location(id))
                || crm.isSandbox() && id.equals(crm.locationId())) {
            return Optional.empty();
        }
        if (crm.isOnThisMachine()) {
            return Optional.of("location " + id + " was not checked: make sure that the sandbox has it.");
        }
        if (crm.app() || connected.stream().anyMatch(owner -> !owner.isLocation())) {
            return Optional.of("location " + id + " is not connected: connect it at /oauth/install.");
        }
        throw new IllegalArgumentException("Location " + id + " has no token: set HIGHLEVEL_LOCATIONS_<NAME>_ID and"
                + " HIGHLEVEL_LOCATIONS_<NAME>_TOKEN, or use one of "
                + String.join(", ", crm.tokens().keySet().stream().sorted().toList()));
    }

    /** @throws IllegalArgumentException when the settings do not define the form */
    static void requireForm(String name, Consumer<String> warn) {
        String folder = Settings.read()
                .getOptionalValue("gateway.forms", String.class)
                .filter(path -> !path.isBlank())
                .orElse(null);
        checkForm(name, folder == null ? formsWithoutFolder() : new FormFolder(Path.of(folder)))
                .ifPresent(warn);
    }

    /** @return what to warn of @throws IllegalArgumentException when no file defines it */
    static Optional<String> checkForm(String name, FormSource source) {
        List<FormFile> files = read(source);
        FormFile file = files.stream()
                .filter(candidate -> candidate.form().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Form " + name + " is not defined: add " + name
                        + ".yaml to the folder of GATEWAY_FORMS first. Defined: "
                        + (files.isEmpty()
                                ? "none"
                                : files.stream().map(FormFile::form).collect(Collectors.joining(", ")))));
        try {
            return new FormReader(variable -> true)
                            .read(file)
                            .sender(SenderType.PUBLIC)
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of("form " + name + " refuses this key: add `- type: public` to the senders in "
                            + file.path());
        } catch (FormFileException e) {
            return Optional.of("the definition of form " + name + " is not valid: " + e.getMessage());
        }
    }

    private static List<FormFile> read(FormSource source) {
        try {
            return source.read();
        } catch (IOException e) {
            throw new IllegalArgumentException("GATEWAY_FORMS cannot be read: " + e.getMessage(), e);
        }
    }

    private static FormSource formsWithoutFolder() {
        return crm().isSandbox() ? new BuiltInForms() : List::of;
    }

    private static CrmSettings crm() {
        return CrmSettings.decide(Settings.read(HighLevelConfig.class));
    }
}
