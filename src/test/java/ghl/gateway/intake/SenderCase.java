package ghl.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.intake.sender.Senders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A request as a form builder sends it, byte for byte, and what is right. Read from the folder beside the project, or else
 * from the copy among the test resources.
 */
record SenderCase(JsonNode expected, String method, String path, Map<String, String> headers, byte[] body) {

    private static final Path BESIDE = Path.of("..", "shared", "forms", "cases");
    private static final Path COPY = Path.of("src", "test", "resources", "intake", "cases");
    private static final Path FOLDER = Files.isDirectory(BESIDE) ? BESIDE : COPY;
    private static final ObjectMapper JSON = new ObjectMapper();

    static final JsonNode INDEX = index();

    /** An answer that must come out, under one of the names and with these values. */
    record Answer(List<String> names, List<String> values) {}

    static List<SenderCase> all() {
        return StreamSupport.stream(INDEX.path("cases").spliterator(), false)
                .map(SenderCase::read)
                .toList();
    }

    String name() {
        return expected.path("file").asText().replace(".http", "");
    }

    String form() {
        return "case-" + name().substring(0, 2);
    }

    /** LINK when the case goes to a secret address. */
    SenderType sender() {
        return isByLink() || expected.path("sender").asText().equals("meta")
                ? SenderType.LINK
                : SenderType.valueOf(expected.path("sender")
                        .asText()
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_')
                        .replace('.', '_'));
    }

    boolean isByLink() {
        return path.contains("{LINK}");
    }

    boolean isSigned() {
        return Senders.signature(sender()).isPresent();
    }

    List<Answer> must() {
        return StreamSupport.stream(expected.path("must").spliterator(), false)
                .map(answer -> new Answer(texts(answer.path("names")), texts(answer.path("values"))))
                .toList();
    }

    /** Names that must not be answers, and names better left out. */
    List<String> unwanted() {
        return Stream.concat(texts(expected.path("mustNot")).stream(), texts(expected.path("wish")).stream())
                .toList();
    }

    /** Whether the case may be refused with this status, or, when it may be taken, answered with it. */
    boolean allows(int status) {
        String stated = expected.path("status").asText();
        boolean isTaken = status >= 200 && status < 300;
        return switch (expected.path("accept").asText()) {
            case "true", "ignore" -> stated.startsWith("200") ? status == 200 : isTaken;
            case "either" -> isTaken || status >= 400 && status < 500;
            default -> stated.contains(String.valueOf(status)) || stated.contains("2xx") && isTaken;
        };
    }

    /** Whether an answer of this status is a lead that must be complete. */
    boolean isLead(int status) {
        String accept = expected.path("accept").asText();
        return status < 300 && (accept.equals("true") || accept.equals("either"));
    }

    RequestBody request() {
        return new RequestBody(body, headers.get("content-type"), headers);
    }

    @Override
    public String toString() {
        return name();
    }

    private static SenderCase read(JsonNode expected) {
        byte[] request = bytes(expected.path("file").asText());
        String text = new String(request, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, String> headers = new LinkedHashMap<>();
        Arrays.stream(lines).skip(1).map(line -> line.split(": ", 2)).forEach(header -> {
            String name = header[0].toLowerCase(Locale.ROOT);
            if (!name.equals("host") && !name.equals("content-length")) {
                headers.put(name, header[1]);
            }
        });
        String[] first = lines[0].split(" ");
        return new SenderCase(
                expected, first[0], first[1], headers, Arrays.copyOfRange(request, end + 4, request.length));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode index() {
        try {
            return JSON.readTree(bytes("expected.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
