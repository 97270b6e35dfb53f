package ghl.gateway.highlevel;

import ghl.gateway.fixture.Patience;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A CRM with answers and faults set by the test. */
final class FaultyUpstream implements AutoCloseable {

    /** One request as it arrived. */
    record Received(String method, String uri, MultiMap headers, String body) {}

    private final Vertx vertx = Vertx.vertx();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final HttpServer server;
    private volatile Handler<HttpServerRequest> answer;
    private volatile Promise<Void> released = Promise.promise();

    FaultyUpstream() {
        server = vertx.createHttpServer().requestHandler(this::receive);
        try {
            server.listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(Patience.SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the upstream did not start", e);
        }
        reset();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    void reset() {
        received.clear();
        refusals.set(0);
        answers(500, "no test said what to answer");
    }

    void answers(int status, String body) {
        answers(status, Map.of(), body);
    }

    void answers(int status, Map<String, String> headers, String body) {
        answer = request -> {
            HttpServerResponse response =
                    request.response().setStatusCode(status).putHeader("Content-Type", "application/json");
            headers.forEach(response::putHeader);
            response.end(body);
        };
    }

    /** The first requests fail, all others get a healthy answer. */
    void troublesAtFirst(int requests, Runnable trouble, String healthy) {
        trouble.run();
        Handler<HttpServerRequest> troubled = answer;
        answers(200, healthy);
        Handler<HttpServerRequest> well = answer;
        AtomicInteger met = new AtomicInteger();
        answer = request -> (met.getAndIncrement() < requests ? troubled : well).handle(request);
    }

    /** Answers by path, for operations of several calls. */
    void answersByPath(Map<String, String> bodies) {
        answer = request -> request.response()
                .putHeader("Content-Type", "application/json")
                .end(bodies.getOrDefault(request.path(), "{}"));
    }

    /** Answers by path, and refuses the others. */
    void refusesAllBut(Map<String, String> bodies, int status) {
        answer = request -> request.response()
                .setStatusCode(bodies.containsKey(request.path()) ? 200 : status)
                .putHeader("Content-Type", "application/json")
                .end(bodies.getOrDefault(request.path(), "{}"));
    }

    /** Answers by request body, which is empty for a GET. */
    void answersByBody(UnaryOperator<String> answerTo) {
        answer = request ->
                request.response().putHeader("Content-Type", "application/json").end(answerTo.apply(last().body()));
    }

    /** Fails searches, and answers everything else the same. */
    void answersSearchWith(int status, String otherwise) {
        answer = request -> request.response()
                .setStatusCode(request.path().endsWith("/search") ? status : 200)
                .putHeader("Content-Type", "application/json")
                .end(otherwise);
    }

    /** Answers the same, with rate limit headers, and refuses requests beyond a sliding window's limit. */
    void limits(int burst, long windowMs, String body) {
        Deque<Long> counted = new ArrayDeque<>();
        answer = request -> {
            long now = System.currentTimeMillis();
            counted.removeIf(moment -> moment <= now - windowMs);
            boolean fits = counted.size() < burst;
            if (fits) {
                counted.addLast(now);
            } else {
                refusals.incrementAndGet();
            }
            request.response()
                    .setStatusCode(fits ? 200 : 429)
                    .putHeader("Content-Type", "application/json")
                    .putHeader("X-RateLimit-Max", String.valueOf(burst))
                    .putHeader("X-RateLimit-Remaining", String.valueOf(burst - counted.size()))
                    .putHeader("X-RateLimit-Interval-Milliseconds", String.valueOf(windowMs))
                    .end(body);
        };
    }

    /** Number of requests that were refused. */
    int refusals() {
        return refusals.get();
    }

    /** Holds the answer back until {@link #tell()}. */
    void answersWhenTold(int status, String body) {
        Promise<Void> releasedNow = Promise.promise();
        released = releasedNow;
        answer = request -> releasedNow.future().onSuccess(go -> request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body));
    }

    void tell() {
        released.complete();
    }

    void awaitReceived(int requests) {
        Patience.await().until(() -> received.size() >= requests);
    }

    void neverAnswers() {
        answer = request -> {};
    }

    void cutsTheBody() {
        answer = request -> request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Content-Length", "1000")
                .write("{\"contact\":{\"id\":\"")
                .onComplete(written -> request.connection().close());
    }

    void stallsInTheBody() {
        answer = request -> request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Content-Length", "1000")
                .write("{\"contact\":{\"id\":\"");
    }

    void hangsUp() {
        answer = request -> request.connection().close();
    }

    List<Received> received() {
        return received;
    }

    Received last() {
        return received.get(received.size() - 1);
    }

    @Override
    public void close() {
        vertx.close();
    }

    private void receive(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            received.add(new Received(request.method().name(), request.uri(), request.headers(), body.toString()));
            answer.handle(request);
        });
    }
}
