package ghl.gateway.highlevel.read;

import java.util.OptionalInt;

/** A query needs more calls than even an idle location has within the query's deadline. None has been made. */
public final class CostTooHighException extends RuntimeException {

    private final OptionalInt largestFirst;

    CostTooHighException(int calls, int available, OptionalInt largestFirst) {
        super(message(calls, available, largestFirst), null, false, false);
        this.largestFirst = largestFirst;
    }

    /** The largest {@code first} with which the query could be served; empty when its lists are not the reason. */
    public OptionalInt largestFirst() {
        return largestFirst;
    }

    private static String message(int calls, int available, OptionalInt largestFirst) {
        String cost = "The query may need " + calls + " calls to the CRM, but the location has at most " + available
                + " within the query's deadline";
        return largestFirst.isPresent() ? cost + ": use first: " + largestFirst.getAsInt() + " or less" : cost;
    }
}
