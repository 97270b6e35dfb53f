package ghl.gateway.highlevel.wire;

import java.util.List;

/** An answer lacks what makes it one. The message says what, without anybody's data. */
public class MalformedAnswerException extends RuntimeException {

    public MalformedAnswerException(String what) {
        super(what);
    }

    static void unlessId(String id, String owner) {
        if (id == null || id.isBlank()) {
            throw new MalformedAnswerException(owner + " without an id");
        }
    }

    static <T> T unlessPresent(T part, String name) {
        if (part == null) {
            throw new MalformedAnswerException("no `" + name + "` in it");
        }
        return part;
    }

    static <T> List<T> unlessPresent(List<T> parts, String name) {
        if (parts == null || parts.contains(null)) {
            throw new MalformedAnswerException("no list `" + name + "` in it");
        }
        return parts;
    }
}
