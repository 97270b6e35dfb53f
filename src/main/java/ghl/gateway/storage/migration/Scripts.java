package ghl.gateway.storage.migration;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resource.classpath.ClassPathResource;

/** The migration scripts, by name, because Flyway cannot scan the jars of a packaged Quarkus application. */
final class Scripts implements ResourceProvider {

    /** Scripts in {@code db/migration/common}, with {@code ${binary}} for the type of byte columns. */
    static final List<String> COMMON = List.of(
            "V1__journal.sql",
            "V3__keys.sql",
            "V4__credentials.sql",
            "V6__intake.sql",
            "V7__quarantine.sql",
            "V8__received_bodies.sql",
            "V9__form_source.sql",
            "V11__late_effects.sql",
            "V12__write_probe.sql");

    /** Scripts in both {@code db/migration/sqlite} and {@code db/migration/postgresql}. */
    static final List<String> OWN = List.of("V2__scheduled_tasks.sql", "V10__sequence.sql");

    private static final Location ROOT = new Location("classpath:db/migration");

    private final List<LoadableResource> scripts;

    Scripts(Dialect dialect) {
        Stream<LoadableResource> common = COMMON.stream().map(name -> script("common", name));
        Stream<LoadableResource> own = OWN.stream().map(name -> script(dialect.folder(), name));
        this.scripts = Stream.concat(common, own).toList();
    }

    private static LoadableResource script(String folder, String name) {
        return new ClassPathResource(
                ROOT,
                ROOT.getPath() + "/" + folder + "/" + name,
                Scripts.class.getClassLoader(),
                StandardCharsets.UTF_8);
    }

    @Override
    public LoadableResource getResource(String name) {
        return scripts.stream()
                .filter(script -> script.getRelativePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return scripts.stream()
                .filter(script -> script.getFilename().startsWith(prefix))
                .filter(script -> Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
                .toList();
    }
}
