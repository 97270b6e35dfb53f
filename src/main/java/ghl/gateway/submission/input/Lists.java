package ghl.gateway.submission.input;

import java.util.List;

final class Lists {

    private Lists() {}

    /** An immutable copy; empty for null, which GraphQL clients may send for an omitted list. */
    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
