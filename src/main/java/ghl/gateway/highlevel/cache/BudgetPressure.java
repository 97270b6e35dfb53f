package ghl.gateway.highlevel.cache;

/** Whether calls are scarce, so that an older value is better than none. */
public interface BudgetPressure {

    /** Calls are never scarce. */
    BudgetPressure NONE = new BudgetPressure() {
        @Override
        public boolean isNow() {
            return false;
        }

        @Override
        public boolean explains(Throwable failure) {
            return false;
        }
    };

    /** Whether a call that started now would have to wait. */
    boolean isNow();

    /** Whether that is why a call failed. */
    boolean explains(Throwable failure);
}
