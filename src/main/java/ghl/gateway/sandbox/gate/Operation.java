package ghl.gateway.sandbox.gate;

import ghl.gateway.sandbox.http.SandboxReply;

/**
 * One operation of the vendor's API.
 *
 * @param id its operationId in the vendor's OpenAPI document
 * @param path with the names of that document, e.g. {@code /contacts/{contactId}/tasks}
 */
public record Operation(String id, String method, String path, String scope, Handler handler) {

    /** Carries the operation out; refuses before it writes anything. */
    public interface Handler {
        SandboxReply handle(Admitted request);
    }
}
