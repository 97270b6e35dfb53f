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
        if (isAvailable(routing)) {
            pages.send(routing, 200, form.data("opened", clock.millis()));
        }
    }

    private void showOutcome(RoutingContext routing) {
        if (isAvailable(routing)) {
            Context context = Vertx.currentContext();
            demo.outcome(routing.pathParam("id"))
                    .subscribe()
                    .with(
                            found -> context.runOnContext(ignored -> show(routing, found)),
                            thrown -> context.runOnContext(ignored -> showFailure(routing, thrown)));
        }
    }

    private boolean isAvailable(RoutingContext routing) {
        String reason = demo.unavailableReason();
        if (reason != null) {
            showMessage(routing, 404, "The demo is not available", reason, false);
        }
        return reason == null;
    }

    private void show(RoutingContext routing, Outcome found) {
        if (found == null) {
            showMessage(routing, 404, "Not found", "No submission has this address.", true);
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

    private void showFailure(RoutingContext routing, Throwable thrown) {
        LOG.warnf("Demo outcome cannot be read: %s", thrown);
        showMessage(
                routing,
                503,
                "Temporarily unavailable",
                "The sandbox does not answer at the moment. Your form is safe: please reload this page.",
                false);
    }

    private void showMessage(RoutingContext routing, int status, String heading, String text, boolean canSendAgain) {
        pages.send(
                routing,
                status,
                unavailable.data("heading", heading).data("text", text).data("canSendAgain", canSendAgain));
    }
}
