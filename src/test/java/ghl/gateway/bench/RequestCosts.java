package ghl.gateway.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * CPU time, allocated memory and answer size of the most expensive requests of each route. A program, not a test;
 * docs/testing.md has its command. Prints rows of a Markdown table.
 *
 * <p>Arguments: the gateway's address and its process ID. The gateway's young generation must be large enough for no
 * garbage collection to happen meanwhile.
 */
public final class RequestCosts {

    private static final int WARM_UP = 10;
    private static final int ROUNDS = 10;
    private static final int TICKS_PER_SECOND = 100;
    private static final int UTIME = 13;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String gateway;
    private final String process;

    private RequestCosts(String gateway, String process) {
        this.gateway = gateway;
        this.process = process;
    }

    /** @param type content type */
    private record Request(String path, String type, String body) {

        static Request graphql(String query) {
            return json("/graphql", "{\"query\":\"" + query + "\"}");
        }

        static Request submit(String input) {
            return json(
                    "/graphql",
                    "{\"query\":\"mutation($i: SubmitFormInput!){submitForm(input:$i){userErrors{message}}}\","
                            + "\"variables\":{\"i\":" + input + "}}");
        }

        static Request json(String path, String body) {
            return new Request(path, "application/json", body);
        }
    }

    public static void main(String[] arguments) throws Exception {
        RequestCosts costs = new RequestCosts(arguments[0], arguments[1]);
        for (Request request : requests().values()) {
            for (int round = 0; round < WARM_UP; round++) {
                costs.send(request);
            }
        }
        System.out.println("| request | size | status | answer | CPU | memory |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        for (Map.Entry<String, Request> request : requests().entrySet()) {
            costs.measure(request.getKey(), request.getValue());
        }
    }

    private static Map<String, Request> requests() {
        Map<String, Request> requests = new LinkedHashMap<>();
        String megabyte = "9".repeat(1_000_000);
        requests.put("query, 490 fields", Request.graphql("{quota{" + fields(489) + "}}"));
        requests.put("query, 490 unknown fields", Request.graphql("{quota{" + names(489) + "}}"));
        requests.put("query, comment of 1 MB", Request.graphql("{__typename} #" + "x".repeat(1_000_000)));
        requests.put(
                "query, string of 1 MB", Request.graphql("{contact(id:\\\"" + "x".repeat(1_000_000) + "\\\"){id}}"));
        requests.put("query, integer of 1 MB", Request.graphql("{contacts(first:" + megabyte + "){totalCount}}"));
        requests.put("query, decimal of 1 MB", Request.graphql("{contacts(first:0." + megabyte + "){totalCount}}"));
        requests.put("query, name of 1 MB", Request.graphql("{" + "a".repeat(1_000_000) + "}"));
        requests.put("query, 1 MB of fields", Request.graphql("{" + "id ".repeat(333_000) + "}"));
        requests.put("query, 1 MB of brackets", Request.graphql("{a(b:" + "[".repeat(1_000_000) + ")}"));
        requests.put("query, 1 MB of commas", Request.graphql("{__typename" + ",".repeat(1_000_000) + "}"));
        requests.put(
                "variables, integer of 1 MB",
                Request.json("/graphql", "{\"query\":\"{__typename}\",\"variables\":{\"a\":" + megabyte + "}}"));
        requests.put(
                "variables, 1 MB of objects",
                Request.json("/graphql", "{\"query\":\"{__typename}\",\"variables\":{\"a\":[" + objects() + "]}}"));
        requests.put(
                "variables, 1 MB of brackets",
                Request.json("/graphql", "{\"query\":\"{__typename}\",\"variables\":" + "[".repeat(1_000_000)));
        requests.put(
                "submitForm, custom fields of 1 MB",
                Request.submit(
                        "{\"contact\":{\"email\":\"a@example.com\"," + "\"customFields\":[" + objects() + "]}}"));
        requests.put(
                "submitForm, custom field of 1 MB of digits",
                Request.submit("{\"contact\":{\"email\":"
                        + "\"a@example.com\",\"customFields\":[{\"key\":\"budget\",\"value\":\"" + megabyte
                        + "\"}]}}"));
        requests.put("submitForm, 1 MB of tags", tags(60_000));
        requests.put("submitForm, 4,500 tags and 4,500 removed ones", tags(4_500));
        requests.put(
                "submitForm, note of 1 MB",
                Request.submit("{\"contact\":{\"email\":\"a@example.com\"}," + "\"notes\":{\"body\":\""
                        + "x".repeat(1_000_000) + "\"}}"));
        requests.put("form, JSON answer of 1 MB", Request.json("/forms/demo", "{\"name\":\"" + megabyte + "\"}"));
        requests.put("form, 1 MB of objects", Request.json("/forms/demo", "{\"name\":[" + objects() + "]}"));
        requests.put(
                "form, 1 MB of answers",
                new Request(
                        "/forms/demo",
                        "application/x-www-form-urlencoded",
                        IntStream.range(0, 130_000).mapToObj(i -> "a" + i).collect(Collectors.joining("&"))));
        requests.put(
                "form, 1 MB of parts",
                new Request(
                        "/forms/demo",
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n".repeat(18_000) + "--b--\r\n"));
        requests.put("form that does not exist, 1 MB", Request.json("/forms/nosuch", megabyte));
        requests.put("webhook, 512 kB, not signed", Request.json("/webhooks/highlevel", "9".repeat(512 * 1024)));
        requests.put(
                "submitForm, smallest", Request.submit("{\"contact\":{\"email\":\"a@example.com\"},\"dryRun\":true}"));
        return requests;
    }

    private static Request tags(int count) {
        return Request.submit("{\"contact\":{\"email\":\"a@example.com\"},\"tags\":[" + texts(count)
                + "],\"remove\":{\"tags\":[" + texts(count) + "]}}");
    }

    private static String fields(int count) {
        return "location ".repeat(count);
    }

    private static String names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "f" + i).collect(Collectors.joining(" "));
    }

    private static String objects() {
        return "{},".repeat(330_000) + "{}";
    }

    private static String texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(","));
    }

    private void measure(String name, Request request) throws Exception {
        long cpu = 0;
        long memory = 0;
        HttpResponse<byte[]> answer = null;
        for (int round = 0; round < ROUNDS; round++) {
            long ticks = ticks();
            long allocated = allocatedKilobytes();
            answer = send(request);
            cpu += ticks() - ticks;
            memory = Math.max(memory, allocatedKilobytes() - allocated);
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %d | %,d | %.0f ms | %,d kB |%n",
                name,
                request.body().length(),
                answer.statusCode(),
                answer.body().length,
                1000.0 * cpu / ROUNDS / TICKS_PER_SECOND,
                memory);
    }

    private HttpResponse<byte[]> send(Request request) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(gateway + request.path()))
                        .timeout(Duration.ofMinutes(5))
                        .header("Content-Type", request.type())
                        .POST(BodyPublishers.ofString(request.body()))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    /** CPU time of the gateway, user and system. */
    private long ticks() throws IOException {
        String[] fields = Files.readString(Path.of("/proc", process, "stat")).split(" ");
        return Long.parseLong(fields[UTIME]) + Long.parseLong(fields[UTIME + 1]);
    }

    /** What has been allocated since the last garbage collection. */
    private long allocatedKilobytes() throws IOException {
        Process jstat = new ProcessBuilder("jstat", "-gc", process).start();
        String[] lines = new String(jstat.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).split("\n");
        String[] columns = lines[0].strip().split("\\s+");
        String[] values = lines[1].strip().split("\\s+");
        return (long) Double.parseDouble(values[java.util.List.of(columns).indexOf("EU")]);
    }
}
