package ghl.gateway.storage;

import java.time.Instant;

/** A row of a result, with columns by name. SQL NULL is returned as null, and as false by {@link #flag}. */
public interface Row {

    String text(String column);

    Integer integer(String column);

    Long number(String column);

    boolean flag(String column);

    Instant instant(String column);

    byte[] bytes(String column);

    <E extends Enum<E>> E oneOf(Class<E> type, String column);
}
