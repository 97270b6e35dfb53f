package ghl.gateway.graph.http;

import graphql.ExecutionResult;
import io.vertx.ext.web.MIMEHeader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The two media types of an answer (GraphQL over HTTP, "Media Types"), and which status each gives a result. */
enum ResponseType {
    /** The older one, and the default: 200 whenever the request could be read. */
    JSON("application/json") {
        @Override
        int status(ExecutionResult result) {
            return 200;
        }
    },
    /** The newer one: 400 when nothing was executed. */
    GRAPHQL_RESPONSE("application/graphql-response+json") {
        @Override
        int status(ExecutionResult result) {
            return result.isDataPresent() ? 200 : 400;
        }
    };

    private final String mediaType;

    ResponseType(String mediaType) {
        this.mediaType = mediaType;
    }

    abstract int status(ExecutionResult result);

    String header() {
        return mediaType + "; charset=utf-8";
    }

    /**
     * The type that a caller accepts most.
     *
     * @param accepted from the {@code Accept} header, best first; empty when there is none
     * @return empty when the caller accepts neither
     */
    static Optional<ResponseType> negotiate(List<MIMEHeader> accepted) {
        if (accepted.isEmpty()) {
            return Optional.of(JSON);
        }
        return accepted.stream()
                .filter(wanted -> wanted.weight() > 0)
                .flatMap(wanted -> Arrays.stream(values()).filter(type -> type.matches(wanted)))
                .findFirst();
    }

    private boolean matches(MIMEHeader wanted) {
        String[] own = mediaType.split("/");
        return (wanted.component().equals("*") || wanted.component().equals(own[0]))
                && (wanted.subComponent().equals("*") || wanted.subComponent().equals(own[1]));
    }
}
