package ghl.gateway.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as the vendor sees it.
 *
 * @param path path without the sandbox's mount point
 * @param baseUrl address that {@code path} is relative to, for links in answers
 * @param body empty object without a body
 * @param segments named parts of the path, once a route matched
 */
public record Call(
        String method,
        String path,
        String baseUrl,
        Map<String, String> query,
        Map<String, String> headers,
        ObjectNode body,
        Map<String, String> segments) {

    public Call {
        TreeMap<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    public Call at(Map<String, String> named) {
        return new Call(method, path, baseUrl, query, headers, body, named);
    }

    /** Whether the body is a urlencoded form. */
    public boolean isForm() {
        return isForm(headers.get("Content-Type"));
    }

    static boolean isForm(String contentType) {
        return contentType != null && contentType.startsWith("application/x-www-form-urlencoded");
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** A named part of the path; null when the route has no such part. */
    public String segment(String name) {
        return segments.get(name);
    }
}
