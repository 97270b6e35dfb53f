package ghl.gateway.intake.capture;

import ghl.gateway.intake.body.RequestBody;
import ghl.gateway.intake.sender.Senders;
import ghl.gateway.intake.sender.Signature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The headers of a captured body that matter to read it, one on each line. Others may be credentials or belong to a person;
 * of a signature, only its name is kept.
 */
final class CapturedHeaders {

    private static final List<String> KEPT = List.of("content-encoding");
    private static final int MAX_VALUE_LENGTH = 100;
    private static final String NOT_KEPT = "(not kept)";
    private static final String SEPARATOR = ": ";

    private CapturedHeaders() {}

    /** Null without any. */
    static String write(RequestBody body) {
        Map<String, String> kept = new LinkedHashMap<>();
        KEPT.forEach(name -> {
            String value = body.header(name);
            if (value != null && value.length() <= MAX_VALUE_LENGTH) {
                kept.put(name, value);
            }
        });
        Senders.signer(body.headers())
                .flatMap(Senders::signature)
                .map(Signature::header)
                .ifPresent(name -> kept.put(name.toLowerCase(Locale.ROOT), NOT_KEPT));
        return kept.isEmpty()
                ? null
                : kept.entrySet().stream()
                        .map(header -> header.getKey() + SEPARATOR + header.getValue())
                        .collect(Collectors.joining("\n"));
    }

    /** By lower-case name. @param lines null for none */
    static Map<String, String> read(String lines) {
        return lines == null
                ? Map.of()
                : lines.lines()
                        .map(line -> line.split(SEPARATOR, 2))
                        .collect(Collectors.toMap(header -> header[0], header -> header[1]));
    }
}
