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

/** Connections to PostgreSQL, tried before they are handed out: they may have died while they lay idle. */
final class PostgresPool implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final AgroalDataSource source;

    PostgresPool(PostgresAddress address, int size) throws SQLException {
        AgroalDataSourceConfigurationSupplier configuration = new AgroalDataSourceConfigurationSupplier();
        configuration
                .connectionPoolConfiguration()
                .maxSize(size)
                .acquisitionTimeout(PATIENCE)
                .validateOnBorrow(true)
                .connectionValidator(ConnectionValidator.defaultValidator())
                .exceptionSorter(new PostgreSQLExceptionSorter())
                .connectionFactoryConfiguration(factory -> connections(factory, address));
        source = AgroalDataSource.from(configuration);
    }

    /** Begins a transaction, which {@link #giveBack} ends. */
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

    /** Undoes what was not committed, and complains about nothing: that was told before, or does not matter any more. */
    static void giveBack(Connection connection) {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            // The pool throws a broken connection away.
        }
    }

    /** One connection at a time, without a limit on how long a statement takes: for migrations. */
    static DataSource patient(PostgresAddress address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.jdbcUrl());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setLoginTimeout((int) PATIENCE.toSeconds());
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
                .jdbcProperty("connectTimeout", String.valueOf(PATIENCE.toSeconds()))
                .jdbcProperty("socketTimeout", String.valueOf(LONGEST_SILENCE.toSeconds()))
                .jdbcProperty("tcpKeepAlive", "true")
                // The detail of a broken rule is the values that broke it.
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
