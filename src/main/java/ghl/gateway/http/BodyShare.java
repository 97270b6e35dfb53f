package ghl.gateway.http;

/** What one body takes of the {@link BodyBudget}. Not thread-safe: runs on its connection's event loop. */
public final class BodyShare {

    private final BodyBudget budget;
    private final long free;
    private long size;
    private long taken;
    private boolean released;

    /** @param free bytes that are not counted */
    BodyShare(BodyBudget budget, long free) {
        this.budget = budget;
        this.free = free;
    }

    /** Takes what has arrived. @return false when the budget is spent or the share released; nothing is taken then */
    public boolean add(int bytes) {
        long counted = Math.max(0, size + bytes - free);
        if (released || !budget.take(counted - taken)) {
            return false;
        }
        size += bytes;
        taken = counted;
        return true;
    }

    /**
     * Takes room for what a compressed body may become, and at most half of the budget, so that a small budget admits some.
     *
     * @return as {@link #add}
     */
    boolean reserve(int bytes) {
        return add((int) Math.min(bytes, budget.max() / 2));
    }

    /** Gives everything back, for the next body. */
    public void clear() {
        budget.giveBack(taken);
        taken = 0;
        size = 0;
    }

    /** Gives everything back, and takes nothing any more. */
    public void release() {
        clear();
        released = true;
    }
}
