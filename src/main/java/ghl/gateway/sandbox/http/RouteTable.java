package ghl.gateway.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Matches method and path to a target. Routes are tried in the order in which they were added: add literal paths before
 * paths with parameters. A trailing slash is ignored, as in the vendor's own examples.
 */
public final class RouteTable<T> {

    public record Found<T>(T target, Call call) {}

    private record Route<T>(String method, String[] pattern, T target) {}

    private final List<Route<T>> routes = new ArrayList<>();

    public RouteTable<T> add(String method, String path, T target) {
        routes.add(new Route<>(method, segments(path), target));
        return this;
    }

    /** The first matching route, and the call with its path parameters; 404 without a match. */
    public Found<T> find(Call call) {
        String[] path = segments(call.path());
        for (Route<T> route : routes) {
            Optional<Map<String, String>> named = named(route, call.method(), path);
            if (named.isPresent()) {
                return new Found<>(route.target(), call.at(named.get()));
            }
        }
        throw SandboxRefusal.notFound("Cannot " + call.method() + " " + call.path());
    }

    private static Optional<Map<String, String>> named(Route<?> route, String method, String[] path) {
        if (!route.method().equals(method) || route.pattern().length != path.length) {
            return Optional.empty();
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < path.length; i++) {
            String expected = route.pattern()[i];
            if (expected.startsWith("{")) {
                named.put(expected.substring(1, expected.length() - 1), decoded(path[i]));
            } else if (!expected.equals(path[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(named);
    }

    private static String[] segments(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.substring(Math.min(1, trimmed.length())).split("/", -1);
    }

    /** A plus sign means a blank in query strings only, not in paths. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw SandboxRefusal.badRequest("Failed to decode param '" + segment + "'");
        }
    }
}
