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
 * The current form definitions. They may change between two calls, so a request must look its form up once. At startup
 * every file must be valid; later, an invalid file leaves the last valid definition in use and is reported in the log and as
 * a {@link FormStatus}.
 */
@ApplicationScoped
public class Forms {

    private static final Logger LOG = Logger.getLogger(Forms.class);

    private final FormSource source;
    private final Clock clock;
    private final FormSnapshot snapshot;
    private volatile FormSnapshot.State state = FormSnapshot.NONE;

    @Inject
    Forms(FormsConfig config, Config settings, CrmConnection connection, Clock clock) {
        this(source(config, connection), new FormReader(variable -> isSet(settings, variable)), clock);
    }

    Forms(FormSource source, FormReader reader, Clock clock) {
        this.source = source;
        this.snapshot = new FormSnapshot(reader);
        this.clock = clock;
    }

    /** Fails the startup if a file is invalid. */
    void loadFirst(@Observes StartupEvent start) {
        FormSnapshot.State loaded = load();
        List<String> problems = loaded.problems();
        if (!problems.isEmpty()) {
            throw new ConfigurationException("Form definitions are invalid:\n" + String.join("\n", problems));
        }
        state = loaded;
        LOG.infof("Forms: %s", all().isEmpty() ? "none" : String.join(", ", names()));
    }

    public Optional<FormDefinition> find(String name) {
        return all().stream().filter(form -> form.name().equals(name)).findFirst();
    }

    /** All definitions in use, ordered by name. */
    public List<FormDefinition> all() {
        return state.forms().stream()
                .map(FormSnapshot.Loaded::definition)
                .filter(Objects::nonNull)
                .toList();
    }

    String readError() {
        return state.readError();
    }

    List<FormSnapshot.Loaded> loadedForms() {
        return state.forms();
    }

    /** Reads changed files again. Blocks. */
    public synchronized void reload() {
        try {
            List<FormFile> files = source.read();
            if (!files.equals(state.files())) {
                FormSnapshot.State next = snapshot.next(state, files, clock.instant());
                LOG.infof("Forms reloaded: %s", next.summary());
                next.problems().forEach(problem -> LOG.warnf("Form file is invalid: %s", problem));
                state = next;
            }
        } catch (IOException e) {
            String readError = e.getMessage();
            if (!readError.equals(state.readError())) {
                LOG.warnf("Form files cannot be read, the last valid definitions stay in use: %s", readError);
                state = state.unreadable(readError);
            }
        }
    }

    private FormSnapshot.State load() {
        try {
            return snapshot.next(FormSnapshot.NONE, source.read(), clock.instant());
        } catch (IOException e) {
            throw new ConfigurationException("Cannot read the files in GATEWAY_FORMS: " + e.getMessage());
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
                    "GATEWAY_FORMS is " + folder + ", which is not a directory: create it or change the setting.");
        }
        return new FormFolder(folder);
    }
}
