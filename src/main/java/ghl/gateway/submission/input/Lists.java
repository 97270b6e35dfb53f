package ghl.gateway.submission.input;

import java.util.List;

/** A list that a caller left out, or sent as null, asks for nothing. */
final class Lists {

    private Lists() {}

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
