package ghl.gateway.form;

import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.file.BuiltInForms;
import ghl.gateway.form.file.FormFile;
import ghl.gateway.form.file.FormFolder;
import ghl.gateway.form.file.FormReader;
import ghl.gateway.form.file.FormSource;
import ghl.gateway.highlevel.settings.CrmConnection;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * The forms as they are defined now. What is asked twice may have changed between: keep what one request got. At start every
 * file must be right; later a broken one leaves the last good definition in use, and is told in the log and as a {@link
 * FormStatus}.
 */
@ApplicationScoped
public class Forms {

    private static final Logger LOG = Logger.getLogger(Forms.class);

    private final FormSource source;
    private final Clock clock;
    private final FormSnapshot loading;
    private volatile FormSnapshot.State state = FormSnapshot.NONE;

    @Inject
    Forms(FormsConfig config, Config settings, CrmConnection connection, Clock clock) {
        this(source(config, connection), new FormReader(variable -> isSet(settings, variable)), clock);
    }

    Forms(FormSource source, FormReader reader, Clock clock) {
        this.source = source;
        this.loading = new FormSnapshot(reader);
        this.clock = clock;
    }

    /** Makes a wrong file stop the start. */
    void loadFirst(@Observes StartupEvent start) {
        FormSnapshot.State loaded = loaded();
        List<String> problems = loaded.problems();
        if (!problems.isEmpty()) {
            throw new ConfigurationException("Forms cannot be read:\n" + String.join("\n", problems));
        }
        state = loaded;
        LOG.infof("Forms: %s", all().isEmpty() ? "none" : String.join(", ", names()));
    }

    /** The definition of a name; empty when there is none. */
    public Optional<FormDefinition> find(String name) {
        return all().stream().filter(form -> form.name().equals(name)).findFirst();
    }

    /** All of them, by name. */
    public List<FormDefinition> all() {
        return state.forms().stream()
                .map(FormSnapshot.Loaded::definition)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Why the files cannot be read now, and what was read before is in use; null when they can. */
    String trouble() {
        return state.trouble();
    }

    /** How each file stands, by name; without what the CRM says of them. */
    List<FormSnapshot.Loaded> loadedForms() {
        return state.forms();
    }

    /** Reads the files again where they have changed. Blocks on the disk. */
    public synchronized void reload() {
        try {
            List<FormFile> files = source.read();
            if (!files.equals(state.files())) {
                FormSnapshot.State next = loading.next(state, files, clock.instant());
                LOG.infof("Forms have changed: %s", next.summary());
                next.problems().forEach(problem -> LOG.warnf("A form's file is wrong: %s", problem));
                state = next;
            }
        } catch (IOException e) {
            String trouble = e.getMessage();
            if (!trouble.equals(state.trouble())) {
                LOG.warnf("Forms cannot be read, the last good ones stay in use: %s", trouble);
                state = state.troubled(trouble);
            }
        }
    }

    private FormSnapshot.State loaded() {
        try {
            return loading.next(FormSnapshot.NONE, source.read(), clock.instant());
        } catch (IOException e) {
            throw new ConfigurationException("GATEWAY_FORMS cannot be read: " + e.getMessage());
        }
    }

    private static boolean isSet(Config settings, String variable) {
        return settings.getOptionalValue(variable, String.class)
                .filter(value -> !value.isBlank())
                .isPresent();
    }

    private List<String> names() {
        return all().stream().map(FormDefinition::name).toList();
    }

    private static FormSource source(FormsConfig config, CrmConnection connection) {
        Path folder = config.folder().filter(path -> !path.toString().isBlank()).orElse(null);
        if (folder == null) {
            return connection.isSandbox() ? new BuiltInForms() : List::of;
        }
        if (!Files.isDirectory(folder)) {
            throw new ConfigurationException(
                    "GATEWAY_FORMS is " + folder + ", which is no folder: make it, or unset GATEWAY_FORMS.");
        }
        return new FormFolder(folder);
    }
}
