package ghl.gateway.demo;

import ghl.gateway.demo.Demo.Outcome;
import ghl.gateway.page.Pages;
import ghl.gateway.submission.receipt.Submission;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.jboss.logging.Logger;

/** {@code /demo} and {@code /demo/ID}. */
@ApplicationScoped
class DemoRoute {

    private static final Logger LOG = Logger.getLogger(DemoRoute.class);

    private final Demo demo;
    private final Template form;
    private final Template outcome;
    private final Template unavailable;
    private final Pages pages;
    private final Clock clock;

    DemoRoute(
            Demo demo,
            @Location("demo/form.html") Template form,
            @Location("demo/outcome.html") Template outcome,
            @Location("demo/unavailable.html") Template unavailable,
            Pages pages,
            Clock clock) {
        this.demo = demo;
        this.form = form;
        this.outcome = outcome;
        this.unavailable = unavailable;
        this.pages = pages;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.get("/demo").order(0).handler(this::showForm);
        router.get("/demo/:id").order(0).handler(this::showOutcome);
    }

    private void showForm(RoutingContext routing) {
        String whyNot = demo.whyNot();
        if (whyNot != null) {
            showWhyNot(routing, whyNot);
        } else {
            pages.send(routing, 200, form.data("opened", clock.millis()));
        }
    }

    private void showOutcome(RoutingContext routing) {
        String whyNot = demo.whyNot();
        if (whyNot != null) {
            showWhyNot(routing, whyNot);
            return;
        }
        Context context = Vertx.currentContext();
        demo.outcome(routing.pathParam("id"))
                .subscribe()
                .with(
                        found -> context.runOnContext(back -> show(routing, found)),
                        thrown -> context.runOnContext(back -> showTrouble(routing, thrown)));
    }

    private void show(RoutingContext routing, Outcome found) {
        if (found == null) {
            sayWhy(routing, 404, "Nothing is here", "Nothing was sent under this address.", true);
            return;
        }
        Submission submission = found.submission();
        pages.send(
                routing,
                200,
                outcome.data("submission", submission)
                        .data("verdict", Verdict.of(submission.status()))
                        .data(
                                "steps",
                                submission.steps().stream().map(StepLine::of).toList())
                        .data("contact", found.contact())
                        .data("tasks", found.tasks())
                        .data("notes", found.notes()));
    }

    /** It is delivered all the same: looking again may help. */
    private void showTrouble(RoutingContext routing, Throwable thrown) {
        LOG.warnf("The demonstration cannot show what was sent: %s", thrown);
        sayWhy(
                routing,
                503,
                "Not to be seen just now",
                "The sandbox does not tell what it has. Load this page again.",
                false);
    }

    private void showWhyNot(RoutingContext routing, String whyNot) {
        sayWhy(routing, 404, "No demonstration here", whyNot, false);
    }

    /** @param again whether another form may be sent */
    private void sayWhy(RoutingContext routing, int status, String heading, String why, boolean again) {
        pages.send(
                routing,
                status,
                unavailable.data("heading", heading).data("why", why).data("again", again));
    }
}
