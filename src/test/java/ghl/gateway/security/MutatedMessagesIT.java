package ghl.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Patience;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Fuzzing over WebSockets: after each garbled message the connection still works or was closed, without a server error. */
@Tag("proof")
class MutatedMessagesIT {

    private static final long PATIENCE = Patience.SECONDS;
    private static final String PING = "{\"type\":\"ping\",\"payload\":{\"at\":7}}";
    private static final Map<String, Integer> ENDS = new TreeMap<>();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static GuardedGateway gateway;

    @BeforeContainer
    static void startGateway() {
        gateway = new GuardedGateway(Map.of());
    }

    @AfterContainer
    static void stopGateway() {
        String log = gateway.process.log();
        gateway.close();
        System.out.println("Conversations with mutated messages, by their end: " + ENDS);
        assertThat(log).doesNotContain("ERROR", "\tat ", gateway.key("everything"));
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void every_connection_still_works_or_was_closed(
            @ForAll @IntRange(max = 2) int which, @ForAll @IntRange(max = 4) int times, @ForAll long seed)
            throws Exception {
        List<String> said = List.of(
                "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + gateway.key("everything")
                        + "\"}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"subscription($i: ID!)"
                        + " { submissionChanged(id: $i) { id steps { kind } } }\",\"variables\":{\"i\":\"x\"}}}",
                "{\"type\":\"complete\",\"id\":\"1\"}");

        Hearing hearing = new Hearing();
        WebSocket socket = HTTP.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create(gateway.process.url("/graphql").replace("http://", "ws://")), hearing)
                .get(PATIENCE, TimeUnit.SECONDS);
        for (int i = 0; i < said.size(); i++) {
            say(socket, i == which ? Garbled.of(said.get(i), times, seed) : said.get(i));
            if (i == 0 && which != 0) {
                hearing.heard()
                        .poll(
                                PATIENCE,
                                TimeUnit.SECONDS); // subscribing before the acknowledgement closes the connection
            }
        }
        say(socket, PING);

        String end = end(hearing);
        socket.abort();
        ENDS.merge(end, 1, Integer::sum);
        assertThat(end).as("%d garbled %d times with %d", which, times, seed).isNotEqualTo("silence");
    }

    private static void say(WebSocket socket, String text) {
        try {
            // A lone surrogate cannot be sent.
            socket.sendText(text.replaceAll("[\\ud800-\\udfff]", "?"), true).join();
        } catch (CompletionException closed) {
            // its end is heard
        }
    }

    /** Response to the ping, or the close code. */
    private static String end(Hearing hearing) throws InterruptedException {
        while (true) {
            String message = hearing.heard().poll(PATIENCE, TimeUnit.SECONDS);
            if (message == null) {
                return "silence";
            }
            if (message.startsWith(Hearing.CLOSED)) {
                return message;
            }
            if (message.contains("\"at\":7")) {
                return "goes on";
            }
        }
    }
}
