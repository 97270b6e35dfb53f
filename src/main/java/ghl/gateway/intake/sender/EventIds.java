package ghl.gateway.intake.sender;

import ghl.gateway.form.answer.Answers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Names of events, as keys that tell a repeat. */
final class EventIds {

    private static final int LONGEST = 200;
    private static final int BYTES = 8;

    private EventIds() {}

    /** One that is too long for a key is no reason to lose what came with it: its digest stands for it. */
    static String fitting(String eventId) {
        return eventId.length() <= LONGEST
                ? eventId
                : HexFormat.of().formatHex(Sha256.digest(eventId.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Where the sender only names the entry, which somebody may edit and so send again.
     *
     * @return the same for the same entry with the same answers; null without an entry's id
     */
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
