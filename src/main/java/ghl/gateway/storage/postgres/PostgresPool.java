package ghl.gateway.storage.postgres;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/** Connection pool. Validates connections before use, because they may have died while idle. */
final class PostgresPool implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(30);

    private final AgroalDataSource source;

    PostgresPool(PostgresAddress address, int size) throws SQLException {
        AgroalDataSourceConfigurationSupplier configuration = new AgroalDataSourceConfigurationSupplier();
        configuration
                .connectionPoolConfiguration()
                .maxSize(size)
                .acquisitionTimeout(CONNECT_TIMEOUT)
                .validateOnBorrow(true)
                .connectionValidator(ConnectionValidator.defaultValidator())
                .exceptionSorter(new PostgreSQLExceptionSorter())
                .connectionFactoryConfiguration(factory -> connections(factory, address));
        source = AgroalDataSource.from(configuration);
    }

    /** Begins a transaction, which {@link #release} ends. */
    Connection borrow() throws SQLException {
        Connection connection = source.getConnection();
        try {
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Rolls back uncommitted changes. Ignores errors, which were reported before or no longer matter. */
    static void release(Connection connection) {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            // The pool discards a broken connection.
        }
    }

    /** Connections without a pool and without a limit on the duration of a statement. */
    static DataSource forMigrations(PostgresAddress address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.jdbcUrl());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setLoginTimeout((int) CONNECT_TIMEOUT.toSeconds());
        source.setLogServerErrorDetail(false);
        return source;
    }

    @Override
    public void close() {
        source.close();
    }

    private static AgroalConnectionFactoryConfigurationSupplier connections(
            AgroalConnectionFactoryConfigurationSupplier factory, PostgresAddress address) {
        factory.connectionProviderClass(Driver.class)
                .jdbcUrl(address.jdbcUrl())
                .jdbcProperty("ApplicationName", "ghl-gateway")
                .jdbcProperty("connectTimeout", String.valueOf(CONNECT_TIMEOUT.toSeconds()))
                .jdbcProperty("socketTimeout", String.valueOf(SOCKET_TIMEOUT.toSeconds()))
                .jdbcProperty("tcpKeepAlive", "true")
                // The detail of a violated constraint contains values.
                .jdbcProperty("logServerErrorDetail", "false");
        if (address.user() != null) {
            factory.principal(new NamePrincipal(address.user()));
        }
        if (address.password() != null) {
            factory.credential(new SimplePassword(address.password()));
        }
        return factory;
    }
}
