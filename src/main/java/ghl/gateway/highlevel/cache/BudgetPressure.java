package ghl.gateway.highlevel.cache;

/** Tells whether calls are scarce, so that a stale value is better than waiting. */
public interface BudgetPressure {

    BudgetPressure NONE = new BudgetPressure() {};

    /** Whether a call that started now would have to wait. */
    default boolean isHigh() {
        return false;
    }

    default boolean caused(Throwable failure) {
        return false;
    }
}
