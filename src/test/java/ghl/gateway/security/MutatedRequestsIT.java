package ghl.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.fixture.Patience;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Fuzzing: valid requests are cut, doubled and garbled; each gets a response that is not a server error. Sends 1,000
 * requests, or {@code -Djqwik.tries.default}.
 */
@Tag("proof")
class MutatedRequestsIT {

    private static final int WARM = 500;

    /** Allowed growth of the live heap; a leak of 2 kB per request is twice that after 10,000 requests. */
    private static final long GROWTH_KB = 10_000;

    private static final List<String> SEEDS = List.of(
            "{\"query\":\"{ contact(id: \\\"sbxContactAda0000001\\\") { id tasks { title } } }\"}",
            "{\"query\":\"query($f: Int) { contacts(first: $f) { nodes { id } } }\",\"variables\":{\"f\":2}}",
            "{\"query\":\"mutation { submitForm(input: {dryRun: true, contact: {email: \\\"a@example.com\\\"}}) { plan { path }"
                    + " userErrors { code path } } }\"}",
            "{\"query\":\"{ submissions(filter: {status: DONE}) { totalCount } }\",\"operationName\":null}",
            "{\"cause\":\"QUOTA\",\"most\":3}",
            "{\"email\":\"nobody@example.com\"}",
            "{\"sender\":\"link\"}",
            "email=a%40example.com&name=A%C3%BC&consent=on&_gotcha=",
            "{\"done\":true,\"resultId\":\"x\"}");

    private static final List<String> TARGETS = Stream.concat(
                    Routes.ofResources().stream(),
                    Stream.of(
                            "POST /graphql",
                            "POST /graphql",
                            "POST /graphql",
                            "GET /graphql?query=%7B__typename%7D",
                            "GET /graphql/schema.graphql",
                            "GET /q/health",
                            "GET /sandbox/_control/counters",
                            "GET /q/graphql-ui/",
                            "OPTIONS /graphql",
                            "PUT /graphql",
                            "POST /forms/demo",
                            "POST /forms/demo/x",
                            "GET /forms/demo/thanks",
                            "OPTIONS /forms/demo",
                            "GET /demo",
                            "GET /demo/x",
                            "GET /oauth/callback?state=x&code=y",
                            "GET /nothing"))
            .toList();

    private static final List<String> OTHER_HEADERS = List.of(
            "Accept: a/b/c;q=x",
            "Accept: text/html",
            "Accept-Language: ;;q=",
            "Authorization: Basic !",
            "Authorization: Bearer",
            "Authorization: Bearer e30.e30.e30",
            "Cookie: ;;=; a",
            "Idempotency-Key: " + "x".repeat(3_000),
            "Origin: null",
            "Origin: http://forms.example:x",
            "Origin: " + GuardedGateway.ORIGIN,
            "Upgrade: websocket",
            "X-Forwarded-For: ,,x");

    private static GuardedGateway gateway;
    private static final Map<Integer, Integer> STATUSES = new TreeMap<>();
    private static int sent;
    private static long warmKb;
    private static long warmResidentKb;

    @BeforeContainer
    static void startGateway() {
        gateway = new GuardedGateway(Map.of());
    }

    @AfterContainer
    static void stopGateway() {
        long keptKb = LiveHeap.kilobytes(gateway.process);
        System.out.println(sent + " mutated requests, by status: " + STATUSES + "; live heap " + warmKb + " kB after "
                + WARM + ", " + keptKb + " kB at the end; resident " + warmResidentKb + " kB, " + residentKb() + " kB");
        String log = gateway.process.log();
        gateway.close();
        assertThat(log).doesNotContain("ERROR", "\tat ", gateway.key("everything"));
        assertThat(sent).isGreaterThan(WARM);
        assertThat(keptKb).as("memory is given back").isLessThan(warmKb + GROWTH_KB);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void every_request_is_answered_without_a_server_error(@ForAll("requests") byte[] request) throws IOException {
        String answer = exchange(request);

        int status = answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
        STATUSES.merge(status, 1, Integer::sum);
        assertThat(status)
                .as(() -> new String(request, StandardCharsets.ISO_8859_1) + "\n→ " + answer)
                .isLessThan(500);
        assertThat(answer).doesNotContain("\tat ", "java.base").doesNotContainPattern("\\w\\.\\w+Exception");
        if (++sent == WARM) {
            warmKb = LiveHeap.kilobytes(gateway.process);
            warmResidentKb = residentKb();
        }
    }

    @Provide
    Arbitrary<byte[]> requests() {
        Arbitrary<String> bodies = Combinators.combine(
                        Arbitraries.of(SEEDS), Arbitraries.integers().between(0, 5), Arbitraries.longs())
                .as(Garbled::of);
        Arbitrary<String> targets = Combinators.combine(
                        Arbitraries.of(TARGETS), Arbitraries.integers().between(0, 9), Arbitraries.longs())
                .as((target, chance, seed) -> chance > 0
                        ? target
                        : target.split(" ")[0] + " /"
                                + printable(Garbled.of(target.split(" ")[1].substring(1), 2, seed)));
        Arbitrary<String> types = Arbitraries.frequency(
                Tuple.of(8, "application/json"),
                Tuple.of(1, "text/plain"),
                Tuple.of(2, "application/x-www-form-urlencoded"),
                Tuple.of(1, "multipart/form-data; boundary=x"),
                Tuple.of(1, "application/json; charset=\"x"),
                Tuple.of(1, ";"),
                Tuple.of(1, ""));
        Arbitrary<String> keys = Arbitraries.of("everything", "reader", "operator", "anonymous", "wrong");
        Arbitrary<String> others =
                Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just("")), Tuple.of(1, Arbitraries.of(OTHER_HEADERS)));
        return Combinators.combine(targets, types, keys, others, bodies).as(MutatedRequestsIT::request);
    }

    private static byte[] request(String target, String type, String key, String other, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String credentials = key.equals("wrong") ? "sk_wrong" : gateway.key(key);
        String head = target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                + (other.isEmpty() ? "" : "\r\n" + other)
                + (credentials == null ? "" : "\r\nAuthorization: Bearer " + credentials)
                + (target.startsWith("POST") ? "\r\nContent-Length: " + bytes.length + "\r\n\r\n" : "\r\n\r\n");
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(start, start.length + (target.startsWith("POST") ? bytes.length : 0));
        System.arraycopy(bytes, 0, all, start.length, all.length - start.length);
        return all;
    }

    /** Replaces line breaks, which would start another request. */
    private static String printable(String text) {
        return text.replaceAll("[^\\x21-\\x7e]", "%");
    }

    private static String exchange(byte[] request) throws IOException {
        URI address = URI.create(gateway.process.url(""));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(Patience.MILLISECONDS);
            socket.getOutputStream().write(request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("No answer to " + new String(request, StandardCharsets.ISO_8859_1), e);
        }
    }

    private static long residentKb() {
        try {
            return Files.readAllLines(Path.of("/proc/" + gateway.process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // no such file on this system
        }
    }
}
