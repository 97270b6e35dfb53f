package ghl.gateway.intake.sender;

import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.form.file.FormFile;
import ghl.gateway.form.file.FormFileException;
import ghl.gateway.form.file.FormReader;
import ghl.gateway.intake.body.RequestBody;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads bodies of one sender. */
record Read(SenderType type, Questions questions) {

    static Read of(SenderType type) {
        return new Read(type, Questions.NONE);
    }

    /** The same for a form that asks for answers of these names. */
    Read asking(String... names) {
        String asked = IntStream.range(0, names.length)
                .mapToObj(place -> "asked%d: {from: [\"%s\"]}".formatted(place, names[place]))
                .collect(Collectors.joining(", "));
        String form = "answers: {identifier: {}, %s}\ncontact: {email: \"{identifier}\"}".formatted(asked);
        try {
            return new Read(
                    type, Questions.of(new FormReader(variable -> true).read(new FormFile("test", "test.yaml", form))));
        } catch (FormFileException e) {
            throw new IllegalArgumentException(e);
        }
    }

    ReceivedAnswers received(RequestBody request) {
        return Senders.read(type, request, questions);
    }

    ReceivedAnswers received(String json) {
        return received(Samples.request(json, Samples.JSON));
    }

    Map<String, List<String>> answers(String json) {
        return Samples.map(received(json).answers());
    }
}
