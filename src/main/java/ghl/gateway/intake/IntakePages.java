package ghl.gateway.intake;

import ghl.gateway.page.Pages;
import ghl.gateway.problem.Problem;
import ghl.gateway.submission.receipt.UserError;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Pages for people who submit a form without JavaScript. */
@ApplicationScoped
class IntakePages {

    private final Template thanks;
    private final Template problem;
    private final Pages pages;

    IntakePages(
            @Location("intake/thanks.html") Template thanks,
            @Location("intake/problem.html") Template problem,
            Pages pages) {
        this.thanks = thanks;
        this.problem = problem;
        this.pages = pages;
    }

    /** Whether the request comes from a browser's own form submission or navigation. */
    static boolean accepts(RoutingContext routing) {
        String type = routing.request().getHeader("Content-Type");
        String accept = routing.request().getHeader("Accept");
        boolean isForm = type == null ? routing.request().method() == HttpMethod.GET : !type.contains("json");
        return isForm && accept != null && accept.contains("text/html");
    }

    /** Whether a browser opens the answer as a page, certainly. Not only browsers accept HTML: Java's client does by default. */
    static boolean isNavigation(RoutingContext routing) {
        return "navigate".equals(routing.request().getHeader("Sec-Fetch-Mode"));
    }

    void thanks(RoutingContext routing) {
        pages.send(routing, 200, thanks.instance());
    }

    /** Redirects after success, so that reloading the page does not submit again. */
    void answer(RoutingContext routing, IntakeResult result) {
        if (!result.userErrors().isEmpty()) {
            List<String> reasons =
                    result.userErrors().stream().map(IntakePages::sentence).toList();
            pages.send(routing, 422, problem.data("reasons", reasons));
            return;
        }
        String own = "/forms/" + routing.pathParam("form") + "/thanks";
        routing.response()
                .setStatusCode(303)
                .putHeader("Location", result.next() == null ? own : result.next())
                .end();
    }

    void problem(RoutingContext routing, Problem refusal) {
        pages.send(routing, refusal.status(), problem.data("reasons", List.of(refusal.detail())));
    }

    static String sentence(UserError error) {
        List<String> path = error.path();
        boolean isComplete = path.isEmpty() || path.get(path.size() - 1).equals("answers");
        return isComplete ? error.message() : path.get(path.size() - 1) + " " + error.message();
    }
}
