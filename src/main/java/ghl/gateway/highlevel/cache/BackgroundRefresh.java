package ghl.gateway.highlevel.cache;

import io.smallrye.mutiny.Context;

/** Marks a read, in Mutiny's context, whose caller has already been served with a stale value. */
public final class BackgroundRefresh {

    private static final String KEY = BackgroundRefresh.class.getName();

    private BackgroundRefresh() {}

    public static boolean isMarked(Context context) {
        return context.contains(KEY);
    }

    static Context mark(Context context) {
        Context marked = Context.empty();
        context.keys().forEach(key -> marked.put(key, context.get(key)));
        return marked.put(KEY, true);
    }
}
