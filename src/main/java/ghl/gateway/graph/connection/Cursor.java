package ghl.gateway.graph.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.contact.UpstreamPosition;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Encodes a position in a list as opaque text, and decodes it. */
public final class Cursor {

    private static final String SEPARATOR = "\n";
    /** The CRM's positions are a few numbers and a name. */
    private static final int MAX_LENGTH = 10_000;

    private static final int MAX_PARTS = 10;

    private Cursor() {}

    public static String pack(UpstreamPosition position) {
        List<String> parts = new ArrayList<>(List.of(position.list()));
        parts.addAll(position.values());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(UTF_8));
    }

    /** Null for null. */
    public static UpstreamPosition unpack(String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = List.of(decode(cursor).split(SEPARATOR, -1));
        if (parts.size() < 2 || parts.size() > MAX_PARTS) {
            throw notACursor();
        }
        return new UpstreamPosition(parts.get(0), parts.subList(1, parts.size()));
    }

    private static String decode(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw notACursor();
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw notACursor();
        }
    }

    private static InvalidInputException notACursor() {
        return new InvalidInputException(
                "after is not a cursor of this list: use pageInfo.endCursor or the cursor of an edge");
    }
}
