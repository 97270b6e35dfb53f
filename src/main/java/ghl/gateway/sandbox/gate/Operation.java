package ghl.gateway.sandbox.gate;

import ghl.gateway.sandbox.http.SandboxReply;

/**
 * An operation of the vendor's API.
 *
 * @param id operationId in the vendor's OpenAPI document
 * @param path path with that document's parameter names, such as {@code /contacts/{contactId}/tasks}
 */
public record Operation(String id, String method, String path, String scope, Handler handler) {

    /** Executes the operation. Refusals come before any write. */
    public interface Handler {
        SandboxReply handle(Admitted request);
    }
}
