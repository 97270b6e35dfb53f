package ghl.gateway.graph.websocket;

import ghl.gateway.contact.InvalidInputException;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Resolvers as a feature would write them. */
@Singleton
@Unremovable
public class Ticks {

    /** An input record with a field that may be left out. */
    public record Span(int count, Duration every, Optional<String> label) {}

    /** An event; the thread is the one that asks for it. */
    public record Tick(int number, String text) {

        public String thread() {
            return Thread.currentThread().getName();
        }
    }

    final AtomicInteger produced = new AtomicInteger();
    final AtomicInteger cancelled = new AtomicInteger();

    /** Events of another thread, at times of their own. */
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

    /** As many events as are asked for. */
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
