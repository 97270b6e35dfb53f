package ghl.gateway.http;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Default of the limit of connections: fewer where the process may not open so many files. */
public final class ConnectionLimit implements ConfigSource {

    static final String KEY = "quarkus.http.limits.max-connections";

    private static final int MOST = 2000;
    private static final int LEAST = 100;
    /** Below application.properties. */
    private static final int ORDINAL = 200;

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(KEY);
    }

    @Override
    public String getValue(String name) {
        return KEY.equals(name) ? String.valueOf(limit(OpenFiles.max())) : null;
    }

    @Override
    public String getName() {
        return "connection limit";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    static long limit(long files) {
        return Math.max(LEAST, Math.min(MOST, files - OpenFiles.RESERVED));
    }
}
