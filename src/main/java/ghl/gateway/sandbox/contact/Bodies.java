package ghl.gateway.sandbox.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.http.SandboxJson;
import ghl.gateway.sandbox.state.SandboxLocation;
import java.util.stream.Collectors;

/**
 * The body of a note or task in answers. What the vendor does to plain text is undocumented. Decided here: it is
 * returned as sent, or as HTML where the location's htmlBodies asks for it.
 */
public final class Bodies {

    private Bodies() {}

    public static ObjectNode shown(ObjectNode view, SandboxLocation location) {
        String body = SandboxJson.text(view, "body");
        boolean wrap = location.htmlBodies() && body != null && !body.startsWith("<");
        return wrap ? view.put("body", html(body)) : view;
    }

    private static String html(String text) {
        return text.lines()
                .map(line -> line.isEmpty() ? "&nbsp;" : escaped(line))
                .map(line -> "<p>" + line + "</p>")
                .collect(Collectors.joining());
    }

    private static String escaped(String line) {
        return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
