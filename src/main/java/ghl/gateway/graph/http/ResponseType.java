package ghl.gateway.graph.http;

import graphql.ExecutionResult;
import io.vertx.ext.web.MIMEHeader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Media types of a response (GraphQL over HTTP, "Media Types"). */
enum ResponseType {
    /** The legacy type and the default. The status is 200 whenever the request could be read. */
    JSON("application/json"),
    /** The current type. The status is 400 when nothing was executed. */
    GRAPHQL_RESPONSE("application/graphql-response+json");

    private final String mediaType;

    ResponseType(String mediaType) {
        this.mediaType = mediaType;
    }

    int status(ExecutionResult result) {
        return this == JSON || result.isDataPresent() ? 200 : 400;
    }

    String header() {
        return mediaType + "; charset=utf-8";
    }

    /**
     * Chooses the type that the caller prefers.
     *
     * @param accepted media types of the {@code Accept} header by preference; empty when there is no header
     * @return empty when the caller accepts neither type
     */
    static Optional<ResponseType> negotiate(List<MIMEHeader> accepted) {
        if (accepted.isEmpty()) {
            return Optional.of(JSON);
        }
        return accepted.stream()
                .filter(range -> range.weight() > 0)
                .flatMap(range -> Arrays.stream(values()).filter(type -> type.matches(range)))
                .findFirst();
    }

    private boolean matches(MIMEHeader range) {
        String[] parts = mediaType.split("/");
        return (range.component().equals("*") || range.component().equals(parts[0]))
                && (range.subComponent().equals("*") || range.subComponent().equals(parts[1]));
    }
}
