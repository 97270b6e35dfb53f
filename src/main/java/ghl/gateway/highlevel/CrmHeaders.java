package ghl.gateway.highlevel;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/** What every call to the CRM carries. */
record CrmHeaders(String token, String version, String userAgent) implements ClientHeadersFactory {

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        headers.putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        headers.putSingle("Version", version);
        headers.putSingle(HttpHeaders.USER_AGENT, userAgent);
        return headers;
    }

    /** The token stays out of logs and messages. */
    @Override
    public String toString() {
        return "CrmHeaders[" + version + "]";
    }
}
