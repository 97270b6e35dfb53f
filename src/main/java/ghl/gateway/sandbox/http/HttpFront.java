package ghl.gateway.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Reads a request, answers it on a worker thread, and sends the answer. */
public final class HttpFront implements Handler<RoutingContext> {

    private static final Logger LOG = Logger.getLogger(HttpFront.class);

    private final String mountPoint;
    private final Function<Call, SandboxDelivery> answers;

    public HttpFront(String mountPoint, Function<Call, SandboxDelivery> answers) {
        this.mountPoint = mountPoint;
        this.answers = answers;
    }

    @Override
    public void handle(RoutingContext context) {
        new ResponseSender(context).start(answer(context));
    }

    private SandboxDelivery answer(RoutingContext context) {
        try {
            return answers.apply(read(context));
        } catch (SandboxRefusal refusal) {
            return SandboxDelivery.whole(refusal.reply());
        } catch (RuntimeException bug) {
            LOG.errorf(bug, "The sandbox failed on %s %s", context.request().method(), context.normalizedPath());
            ObjectNode body = SandboxJson.object().put("statusCode", 500).put("message", "Internal server error");
            return SandboxDelivery.whole(SandboxReply.of(500, body));
        }
    }

    private Call read(RoutingContext context) {
        HttpServerRequest request = context.request();
        Map<String, String> query = new LinkedHashMap<>();
        context.queryParams().forEach(entry -> query.putIfAbsent(entry.getKey(), entry.getValue()));
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers().forEach(entry -> headers.putIfAbsent(entry.getKey(), entry.getValue()));
        String path = context.normalizedPath().substring(mountPoint.length());
        String baseUrl = request.scheme() + "://" + request.authority() + mountPoint;
        return new Call(
                request.method().name(),
                path.isEmpty() ? "/" : path,
                baseUrl,
                query,
                headers,
                body(context, path),
                Map.of());
    }

    /** The control API reads every body as JSON: curl labels its bodies as forms by default. */
    private static ObjectNode body(RoutingContext context, String path) {
        String text = context.body().asString();
        boolean isForm =
                !path.startsWith("/_control") && Call.isForm(context.request().getHeader("Content-Type"));
        return isForm ? form(text) : json(text);
    }

    private static ObjectNode form(String text) {
        ObjectNode fields = SandboxJson.object();
        new QueryStringDecoder(text == null ? "" : text, false)
                .parameters()
                .forEach((name, values) -> fields.put(name, values.get(0)));
        return fields;
    }

    private static ObjectNode json(String text) {
        if (text == null || text.isBlank()) {
            return SandboxJson.object();
        }
        JsonNode json;
        try {
            json = SandboxJson.parse(text);
        } catch (IllegalArgumentException broken) {
            throw SandboxRefusal.badRequest(broken.getMessage());
        }
        if (json instanceof ObjectNode object) {
            return object;
        }
        throw SandboxRefusal.badRequest("The body must be a JSON object");
    }
}
