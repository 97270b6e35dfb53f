package ghl.gateway.intake.sender;

import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.AnswerDefinition;
import ghl.gateway.form.definition.AnswerType;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Request bodies written from the senders' public documentation. */
final class Samples {

    static final String JSON = "application/json; charset=utf-8";

    private Samples() {}

    static byte[] bytes(String name) {
        try (InputStream file = Samples.class.getResourceAsStream("/intake/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static RequestBody json(String name) {
        return request(text(name), JSON);
    }

    static RequestBody request(String body, String contentType) {
        return request(body, contentType, Map.of());
    }

    static RequestBody request(String body, String contentType, Map<String, String> headers) {
        return new RequestBody(body.getBytes(StandardCharsets.UTF_8), contentType, headers);
    }

    /** A multipart form with one file. */
    static RequestBody multipart(Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--b0undary\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--b0undary\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"roof.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n....\r\n--b0undary--\r\n");
        return request(body.toString(), "multipart/form-data; boundary=b0undary");
    }

    /** Reads JSON for a form that asks for these names. */
    static ReceivedAnswers read(SenderType type, String json, String... asked) {
        return Senders.read(type, request(json, JSON), asking(asked));
    }

    static Map<String, List<String>> answers(SenderType type, String json, String... asked) {
        return map(read(type, json, asked).answers());
    }

    /** Questions of a form with an answer for each of these names. */
    static Questions asking(String... names) {
        List<AnswerDefinition> answers = Stream.of(names)
                .map(name -> new AnswerDefinition(
                        "asked" + name.hashCode(), AnswerType.TEXT, false, name, List.of(), List.of(), List.of()))
                .toList();
        return Questions.of(new FormDefinition("form", "Form", null, answers, List.of(), null));
    }

    static Map<String, List<String>> map(Answers answers) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        answers.names().forEach(name -> map.put(name, answers.values(name)));
        return map;
    }
}
