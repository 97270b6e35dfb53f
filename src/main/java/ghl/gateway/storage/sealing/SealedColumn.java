package ghl.gateway.storage.sealing;

import ghl.gateway.storage.Row;
import java.util.List;
import java.util.function.Function;

/**
 * A column that holds what is sealed, so that it can be sealed anew. Its owner produces it as a bean.
 *
 * @param key the columns that name a row
 * @param keyOf their values
 * @param contextOf what the row's value is sealed for
 */
public record SealedColumn(
        String table,
        String column,
        List<String> key,
        Function<Row, List<Object>> keyOf,
        Function<Row, String> contextOf) {}
