package ghl.gateway.highlevel.transport;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/** What every call to the CRM carries; the token is that of the location which {@link Bearer} says. */
record CrmHeaders(String version, String userAgent) implements ClientHeadersFactory {

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        headers.putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + Bearer.ofThisRequest());
        headers.putSingle("Version", version);
        headers.putSingle(HttpHeaders.USER_AGENT, userAgent);
        return headers;
    }
}
