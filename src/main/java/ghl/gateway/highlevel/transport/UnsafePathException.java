package ghl.gateway.highlevel.transport;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.regex.Pattern;

/**
 * An id that would change the operation's path: with {@code ..} as a task's id the request would address the contact.
 */
final class UnsafePathException extends RuntimeException {

    private UnsafePathException() {
        super("the id would change the path", null, false, false);
    }

    /** Slashes in ids are escaped by the client; dots are not. */
    static final class Filter implements ClientRequestFilter {

        private static final Pattern UNSAFE = Pattern.compile("/(/|\\.{1,2}(/|$))");

        @Override
        public void filter(ClientRequestContext request) {
            if (UNSAFE.matcher(request.getUri().getRawPath()).find()) {
                throw new UnsafePathException();
            }
        }
    }
}
