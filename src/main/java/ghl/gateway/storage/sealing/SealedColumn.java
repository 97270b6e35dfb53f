package ghl.gateway.storage.sealing;

import ghl.gateway.storage.Row;
import java.util.List;
import java.util.function.Function;

/**
 * An encrypted column, which a change of the master key seals again. The package that owns the table produces it as a bean.
 *
 * @param key columns that identify a row
 * @param keyOf the values of these columns
 * @param contextOf the context that the row's value is sealed for
 */
public record SealedColumn(
        String table,
        String column,
        List<String> key,
        Function<Row, List<Object>> keyOf,
        Function<Row, String> contextOf) {}
