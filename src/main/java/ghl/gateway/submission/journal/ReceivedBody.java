package ghl.gateway.submission.journal;

import java.util.Map;

/**
 * A request whose body could not be read, as received.
 *
 * @param sender the type of its sender, by whose format it is read
 * @param contentType empty without one
 * @param headers by lower-case name; without credentials
 */
public record ReceivedBody(String sender, String contentType, Map<String, String> headers, byte[] bytes) {}
