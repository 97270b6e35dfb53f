package ghl.gateway.intake.sender;

import ghl.gateway.form.definition.Questions;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.body.RequestBody;
import java.util.List;
import java.util.Map;

/** Reads bodies of one sender. */
record Read(SenderType type, Questions questions) {

    static Read of(SenderType type) {
        return new Read(type, Questions.NONE);
    }

    /** The same for a form that asks for answers of these names. */
    Read asking(String... names) {
        return new Read(type, Samples.asking(names));
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
