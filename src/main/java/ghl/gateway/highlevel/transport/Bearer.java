package ghl.gateway.highlevel.transport;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * Hands the token to the request that a thread begins. The REST client asks for headers on the thread that subscribes,
 * before the subscription returns, and says nothing of what the request is about.
 */
final class Bearer {

    private static final ThreadLocal<String> TOKEN = new ThreadLocal<>();

    private Bearer() {}

    static <T> Supplier<Uni<T>> of(String token, Supplier<Uni<T>> request) {
        return () -> Uni.createFrom().emitter(emitter -> {
            TOKEN.set(token);
            try {
                emitter.onTermination(request.get().subscribe().with(emitter::complete, emitter::fail)::cancel);
            } finally {
                TOKEN.remove();
            }
        });
    }

    /** @throws IllegalStateException on another thread: no call goes out without a token */
    static String ofThisRequest() {
        String token = TOKEN.get();
        if (token == null) {
            throw new IllegalStateException("A call to the CRM was begun without a token");
        }
        return token;
    }
}
