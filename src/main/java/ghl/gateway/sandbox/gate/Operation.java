package ghl.gateway.sandbox.gate;

import ghl.gateway.sandbox.http.SandboxReply;
import java.util.function.Function;

/**
 * An operation of the vendor's API.
 *
 * @param id operationId in the vendor's OpenAPI document
 * @param path path with that document's parameter names, such as {@code /contacts/{contactId}/tasks}
 * @param handler executes the operation; refusals come before any write
 */
public record Operation(
        String id, String method, String path, String scope, Function<Admitted, SandboxReply> handler) {}
