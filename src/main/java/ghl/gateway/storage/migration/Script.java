package ghl.gateway.storage.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.flywaydb.core.api.resource.LoadableResource;

/** One script of the jar, as Flyway wants it. */
final class Script extends LoadableResource {

    private static final String ROOT = "/db/migration/";

    private final String folder;
    private final String name;

    Script(String folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    @Override
    public Reader read() {
        try (InputStream bytes = Script.class.getResourceAsStream(getAbsolutePath())) {
            if (bytes == null) {
                throw new IllegalStateException("The script " + getAbsolutePath() + " is not in the jar");
            }
            return new StringReader(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getAbsolutePath() {
        return ROOT + getRelativePath();
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return getAbsolutePath();
    }

    @Override
    public String getFilename() {
        return name;
    }

    @Override
    public String getRelativePath() {
        return folder + "/" + name;
    }
}
