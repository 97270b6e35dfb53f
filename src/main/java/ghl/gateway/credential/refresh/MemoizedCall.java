package ghl.gateway.credential.refresh;

import java.util.function.Function;

/** A call whose result is kept, for work that may run again. A call that fails is made again. Not thread-safe. */
final class MemoizedCall<A, T> {

    private final Function<A, T> call;
    private T result;

    MemoizedCall(Function<A, T> call) {
        this.call = call;
    }

    /** Returns the first successful result, whatever the later arguments are. */
    T get(A argument) {
        if (result == null) {
            result = call.apply(argument);
        }
        return result;
    }

    boolean hasResult() {
        return result != null;
    }
}
