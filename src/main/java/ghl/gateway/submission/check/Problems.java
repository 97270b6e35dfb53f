package ghl.gateway.submission.check;

import ghl.gateway.submission.receipt.UserError;
import ghl.gateway.submission.receipt.UserErrorCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Collects the errors of an input. {@link #at} returns a view for a nested field that adds to the same list. */
final class Problems {

    private final List<String> path;
    private final List<UserError> errors;

    Problems() {
        this(List.of("input"), new ArrayList<>());
    }

    private Problems(List<String> path, List<UserError> errors) {
        this.path = path;
        this.errors = errors;
    }

    /** The view for a nested field; a number is an index in a list. */
    Problems at(Object... names) {
        List<String> deeper = Stream.concat(path.stream(), Arrays.stream(names).map(String::valueOf))
                .toList();
        return new Problems(deeper, errors);
    }

    void add(UserErrorCode code, String message) {
        errors.add(new UserError(code, message, path));
    }

    /**
     * Adds a problem if a list has more entries. Comes before any look at the entries.
     *
     * @return whether it has at most so many
     */
    boolean requireAtMost(int most, List<?> list) {
        if (list.size() > most) {
            add(UserErrorCode.TOO_LONG, "has " + list.size() + " entries; at most " + most + " are allowed");
        }
        return list.size() <= most;
    }

    List<UserError> all() {
        return List.copyOf(errors);
    }
}
