package ghl.gateway.highlevel.transport;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.regex.Pattern;

/** An id that would lead to another path than the operation's: {@code ..} for a task's id would name its contact. */
final class UnsafePathException extends RuntimeException {

    private UnsafePathException() {
        super("no id of anything", null, false, false);
    }

    /** Slashes in ids are escaped by the client; dots are not. */
    static final class Filter implements ClientRequestFilter {

        private static final Pattern STRAY = Pattern.compile("/(/|\\.{1,2}(/|$))");

        @Override
        public void filter(ClientRequestContext request) {
            if (STRAY.matcher(request.getUri().getRawPath()).find()) {
                throw new UnsafePathException();
            }
        }
    }
}
