package ghl.gateway.sandbox.check;

import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.http.SandboxRefusal;
import java.util.List;
import java.util.OptionalLong;

/** Rules for query parameters. */
public final class QueryRules {

    private QueryRules() {}

    public static int between(Call call, String name, int usual, int least, int most) {
        OptionalLong sent = number(call, name);
        if (sent.isEmpty()) {
            return usual;
        }
        refuse(Checks.range(name, sent.getAsLong(), least, most));
        return (int) sent.getAsLong();
    }

    public static OptionalLong number(Call call, String name) {
        String text = call.query(name).orElse("").trim();
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException noNumber) {
            throw SandboxRefusal.unprocessable(List.of(name + " must be a number string"));
        }
    }

    /** Refuses a call without this parameter. */
    public static void required(Call call, String name) {
        if (call.query(name).orElse("").isEmpty()) {
            refuse(List.of(name + " should not be empty", name + " must be a string"));
        }
    }

    private static void refuse(List<String> violations) {
        if (!violations.isEmpty()) {
            throw SandboxRefusal.unprocessable(violations);
        }
    }
}
