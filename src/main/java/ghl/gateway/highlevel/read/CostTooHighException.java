package ghl.gateway.highlevel.read;

import java.util.OptionalInt;

/** A query takes more calls than even an idle location has before the query's deadline. None has been made. */
public final class CostTooHighException extends RuntimeException {

    private final OptionalInt largestFirst;

    CostTooHighException(int calls, int most, OptionalInt largestFirst) {
        super(sentence(calls, most, largestFirst), null, false, false);
        this.largestFirst = largestFirst;
    }

    /** With no list longer than this it would be served; empty when lists are not the reason. */
    public OptionalInt largestFirst() {
        return largestFirst;
    }

    private static String sentence(int calls, int most, OptionalInt largestFirst) {
        String cost = "The query may take " + calls + " calls to the CRM, and the location has " + most
                + " within the time that a query may wait";
        return largestFirst.isPresent() ? cost + ": ask with first: " + largestFirst.getAsInt() + " at most" : cost;
    }
}
