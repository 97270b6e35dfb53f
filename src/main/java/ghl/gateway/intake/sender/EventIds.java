package ghl.gateway.intake.sender;

import ghl.gateway.form.Answers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Names of events where the sender only names the entry, which somebody may edit and so send again. */
final class EventIds {

    private static final int BYTES = 8;

    private EventIds() {}

    /** @return the same for the same entry with the same answers; null without an entry's id */
    static String ofEntry(String entryId, Answers answers) {
        if (entryId == null || entryId.isBlank()) {
            return null;
        }
        String all = answers.names().stream()
                .map(name -> name + "=" + answers.values(name))
                .collect(Collectors.joining("\n"));
        byte[] digest = Sha256.digest(all.getBytes(StandardCharsets.UTF_8));
        return entryId + "-" + HexFormat.of().formatHex(digest, 0, BYTES);
    }
}
