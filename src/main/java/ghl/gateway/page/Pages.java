package ghl.gateway.page;

import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * Sends pages. Their style stands in the page and is let in by its digest; scripts, frames, fonts and anything from another
 * address are not let in at all.
 */
@ApplicationScoped
public class Pages {

    private final String style = read("/pages/style.css");
    private final String policy = "default-src 'none'; style-src 'sha256-" + digest(style)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Renders and sends it; the template finds the style sheet under {@code style}. */
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
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader("Referrer-Policy", "same-origin")
                    .putHeader("Cache-Control", "no-store")
                    .end(html);
        });
    }

    /** The text of a page that somebody else sends; that the page may have its style is said here. */
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

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
