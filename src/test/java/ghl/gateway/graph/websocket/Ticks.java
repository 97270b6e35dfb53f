package ghl.gateway.graph.websocket;

import ghl.gateway.contact.InvalidInputException;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Subscription resolvers. */
@Singleton
@Unremovable
public class Ticks {

    /** An input with an optional field. */
    public record Span(int count, Duration every, Optional<String> label) {}

    /** An event; {@code thread} is the thread that reads it. */
    public record Tick(int number, String text) {

        public String thread() {
            return Thread.currentThread().getName();
        }
    }

    final AtomicInteger produced = new AtomicInteger();
    final AtomicInteger cancelled = new AtomicInteger();

    /** Timed events, emitted on another thread. */
    public Multi<Tick> ticks(Span span) {
        return Multi.createFrom()
                .ticks()
                .every(span.every())
                .onOverflow()
                .buffer(span.count())
                .select()
                .first(span.count())
                .map(number -> new Tick(number.intValue(), span.label() == null ? "unnamed" : "named"));
    }

    /** As many events as are requested. */
    public Multi<Tick> endless(int characters) {
        return Multi.createBy()
                .repeating()
                .supplier(() -> new Tick(produced.incrementAndGet(), "x".repeat(characters)))
                .indefinitely()
                .onCancellation()
                .invoke(cancelled::incrementAndGet);
    }

    public Multi<Tick> silent() {
        return Multi.createFrom().<Tick>nothing().onCancellation().invoke(cancelled::incrementAndGet);
    }

    public Multi<Tick> breaking() {
        return Multi.createFrom().failure(new InvalidInputException("No longer served"));
    }
}
