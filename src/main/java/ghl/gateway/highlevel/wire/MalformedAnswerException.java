package ghl.gateway.highlevel.wire;

import java.util.List;

/** An answer without a required part. The message names the part and contains no personal data. */
public class MalformedAnswerException extends RuntimeException {

    public MalformedAnswerException(String what) {
        super(what);
    }

    static void unlessId(String id, String owner) {
        if (id == null || id.isBlank()) {
            throw new MalformedAnswerException(owner + " without an id");
        }
    }

    static <T> List<T> unlessPresent(List<T> parts, String name) {
        if (parts == null || parts.contains(null)) {
            throw new MalformedAnswerException("an answer without a list `" + name + "`");
        }
        return parts;
    }
}
