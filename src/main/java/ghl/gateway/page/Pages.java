package ghl.gateway.page;

import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Sends HTML pages. Their content security policy allows only the inline style sheet, by its digest: no scripts, frames,
 * fonts or external resources.
 */
@ApplicationScoped
public class Pages {

    private final String style = read("/pages/style.css");
    private final String policy =
            "default-src 'none'; style-src 'sha256-" + Base64.getEncoder().encodeToString(DigestUtils.sha256(style))
                    + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Renders and sends a page. The template inserts the style sheet as {@code style}. */
    public void send(RoutingContext routing, int status, TemplateInstance page) {
        page.data("style", style).renderAsync().whenComplete((html, thrown) -> {
            if (thrown != null) {
                routing.fail(thrown);
                return;
            }
            routing.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "text/html; charset=utf-8")
                    .putHeader("Content-Security-Policy", policy)
                    .putHeader("Referrer-Policy", "same-origin")
                    .end(html);
        });
    }

    /** Renders a page that the caller sends, and sets its content security policy. */
    public String text(RoutingContext routing, TemplateInstance page) {
        routing.response().putHeader("Content-Security-Policy", policy);
        return page.data("style", style).render();
    }

    private static String read(String resource) {
        try (InputStream in = Pages.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
