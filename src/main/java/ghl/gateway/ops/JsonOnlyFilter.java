package ghl.gateway.ops;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

@Provider
@JsonOnly
class JsonOnlyFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (!isJson(request)) {
            throw new NotSupportedException("Content-Type must be application/json");
        }
    }

    private static boolean isJson(ContainerRequestContext request) {
        try {
            return MediaType.APPLICATION_JSON_TYPE.isCompatible(request.getMediaType());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
