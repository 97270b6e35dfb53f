package ghl.gateway.storage.postgres;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Address and user of a PostgreSQL database.
 *
 * @param jdbcUrl without user and password
 * @param user null for the driver's default
 * @param password null for none
 * @param place host, port and database, for logs and messages
 */
public record PostgresAddress(String jdbcUrl, String user, String password, String place) {

    private static final String JDBC = "jdbc:postgresql:";
    private static final String HOST = "([\\w.-]+|\\[[0-9a-fA-F:.]+])(:\\d+)?";

    /** Stricter than the driver, which logs invalid addresses and takes a password before an @ for a host. */
    private static final Pattern SERVER = Pattern.compile(JDBC + "//" + HOST + "(," + HOST + ")*/[^/@]*");

    /**
     * Parses {@code jdbc:postgresql://host:port/database?user=…&password=…} or {@code
     * postgresql://user:password@host:port/database}.
     *
     * @param user takes precedence over the user in the address, as {@code password} does
     * @throws ConfigurationException when the address is invalid
     */
    public static PostgresAddress of(String address, Optional<String> user, Optional<String> password) {
        if (address.startsWith("jdbc:")) {
            return fromJdbc(address, user, password);
        }
        URI uri = parsed(address);
        return fromJdbc(jdbcUrl(uri), user.or(() -> credential(uri, 0)), password.or(() -> credential(uri, 1)));
    }

    /** Keeps the password out of logs and messages. */
    @Override
    public String toString() {
        return place;
    }

    private static PostgresAddress fromJdbc(String address, Optional<String> user, Optional<String> password) {
        String jdbcUrl = withoutCredentials(address);
        boolean isValid = SERVER.matcher(jdbcUrl.split("\\?", 2)[0]).matches();
        Properties parts = isValid ? Driver.parseURL(jdbcUrl, new Properties()) : null;
        if (parts == null) {
            throw invalidAddress();
        }
        return new PostgresAddress(
                jdbcUrl,
                user.or(() -> parameter(address, "user")).orElse(null),
                password.or(() -> parameter(address, "password")).orElse(null),
                place(parts));
    }

    private static String jdbcUrl(URI uri) {
        if (uri.getHost() == null || !("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme()))) {
            throw invalidAddress();
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return JDBC + "//" + uri.getHost() + port + uri.getRawPath() + query;
    }

    private static URI parsed(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw invalidAddress();
        }
    }

    private static Optional<String> credential(URI uri, int index) {
        return Optional.ofNullable(uri.getRawUserInfo())
                .map(userInfo -> userInfo.split(":", 2))
                .filter(parts -> parts.length > index)
                .map(parts -> decoded(parts[index].replace("+", "%2B")));
    }

    private static Optional<String> parameter(String jdbcUrl, String name) {
        return parameters(jdbcUrl)
                .filter(parameter -> parameter.startsWith(name + "="))
                .map(parameter -> decoded(parameter.substring(name.length() + 1)))
                .findFirst();
    }

    /** The driver and the pool quote the address in their own messages. */
    private static String withoutCredentials(String jdbcUrl) {
        String rest = parameters(jdbcUrl)
                .filter(parameter -> !parameter.startsWith("user=") && !parameter.startsWith("password="))
                .collect(Collectors.joining("&"));
        String server = jdbcUrl.split("\\?", 2)[0];
        return rest.isEmpty() ? server : server + "?" + rest;
    }

    private static Stream<String> parameters(String jdbcUrl) {
        String[] parts = jdbcUrl.split("\\?", 2);
        return parts.length == 1
                ? Stream.empty()
                : Arrays.stream(parts[1].split("&")).filter(text -> !text.isEmpty());
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalidAddress();
        }
    }

    private static String place(Properties parts) {
        return PGProperty.PG_HOST.getOrDefault(parts) + ":" + PGProperty.PG_PORT.getOrDefault(parts) + "/"
                + PGProperty.PG_DBNAME.getOrDefault(parts);
    }

    /** Does not quote the value, which may contain a password. */
    private static ConfigurationException invalidAddress() {
        return new ConfigurationException("GATEWAY_DB_URL is not a valid PostgreSQL address: use"
                + " jdbc:postgresql://HOST:PORT/DATABASE or postgresql://USER:PASSWORD@HOST:PORT/DATABASE, or unset it"
                + " to store the data in GATEWAY_DATA.");
    }
}
