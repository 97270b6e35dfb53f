package ghl.gateway.credential.refresh;

import java.util.function.Function;

/** Something that may be done once only, in work that may run again. Not for several threads. */
final class MemoizedCall<A, T> {

    private final Function<A, T> call;
    private T made;

    MemoizedCall(Function<A, T> call) {
        this.call = call;
    }

    /** The first argument counts. What fails may be done again. */
    T get(A argument) {
        if (made == null) {
            made = call.apply(argument);
        }
        return made;
    }

    boolean isMade() {
        return made != null;
    }
}
