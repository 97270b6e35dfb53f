package ghl.gateway.storage.jdbc;

import ghl.gateway.storage.StorageException;
import java.sql.SQLException;

/** Says what a database meant by an error, without what was to be kept. */
@FunctionalInterface
public interface ErrorTranslator {

    StorageException of(SQLException error);
}
