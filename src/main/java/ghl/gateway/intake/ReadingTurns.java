package ghl.gateway.intake;

import ghl.gateway.intake.body.RequestBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets few large bodies be read at once: what is made of one takes up to thirty times its memory until it is read. */
@ApplicationScoped
class ReadingTurns {

    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /** Blocks until it is the turn of a large body. Then gives up the body's tree. */
    <T> T read(RequestBody body, Supplier<T> reading) {
        if (body.isSmall()) {
            return reading.get();
        }
        turns.acquireUninterruptibly();
        try {
            return reading.get();
        } finally {
            body.forgetTree();
            turns.release();
        }
    }
}
