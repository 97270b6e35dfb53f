package ghl.gateway.sandbox.check;

import java.util.List;

/** Numbers between two bounds, in bodies and in queries. */
final class NumberRange {

    private NumberRange() {}

    static List<String> violations(String name, long value, long least, long most) {
        if (value < least) {
            return List.of(name + " must not be less than " + least);
        }
        return value > most ? List.of(name + " must not be greater than " + most) : List.of();
    }
}
