package ghl.gateway.highlevel.cache;

import io.smallrye.mutiny.Context;

/** A read that nobody waits for: its caller has been served with an old value. Mutiny's context says so. */
public final class BackgroundRefresh {

    private static final String KEY = BackgroundRefresh.class.getName();

    private BackgroundRefresh() {}

    public static boolean in(Context context) {
        return context.contains(KEY);
    }

    /** The same context, for such a read. */
    static Context of(Context context) {
        Context marked = Context.empty();
        context.keys().forEach(key -> marked.put(key, context.get(key)));
        return marked.put(KEY, true);
    }
}
