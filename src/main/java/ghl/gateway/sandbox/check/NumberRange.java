package ghl.gateway.sandbox.check;

import java.util.List;

/** A number range, for bodies and queries. */
final class NumberRange {

    private NumberRange() {}

    static List<String> violations(String name, long value, long least, long most) {
        if (value < least) {
            return List.of(name + " must not be less than " + least);
        }
        return value > most ? List.of(name + " must not be greater than " + most) : List.of();
    }
}
