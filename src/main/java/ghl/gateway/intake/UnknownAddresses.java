package ghl.gateway.intake;

import ghl.gateway.form.Forms;
import ghl.gateway.form.file.FormReader;
import ghl.gateway.log.LogPause;
import ghl.gateway.problem.Problem;
import ghl.gateway.time.Steady;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Refuses requests to forms and links that do not exist. The same answer for both does not reveal which forms exist. */
@ApplicationScoped
class UnknownAddresses {

    private static final Logger LOG = Logger.getLogger(UnknownAddresses.class);
    private static final Duration LOG_PAUSE = Duration.ofDays(1);

    /** Time to correct the address: the senders below repeat for hours. */
    private static final Duration RETRY = Duration.ofMinutes(10);

    /** Senders that disable or delete their webhook after a single 404 or 410. */
    private static final List<String> DISABLED_BY_404 = List.of("typeform", "calendly");

    private final Forms forms;
    private final LogPause known;
    private final LogPause unknown;

    UnknownAddresses(Forms forms, @Steady Clock steadyClock) {
        this.forms = forms;
        this.known = new LogPause(steadyClock, LOG_PAUSE);
        this.unknown = new LogPause(steadyClock, LOG_PAUSE);
    }

    /**
     * Logs the address once a day.
     *
     * @param form the path's segment after {@code /forms}; null without one
     * @param refusal the answer to senders that do not disable themselves
     */
    Problem refuse(HttpServerRequest request, String form, Problem refusal) {
        log(form);
        return isDisabledBy404(request)
                ? Problem.of(503, refusal.code(), refusal.detail()).retryAfter(RETRY)
                : refusal;
    }

    /** Logs no secret. A form's lines cannot be suppressed by requests to names that do not exist. */
    private void log(String form) {
        boolean isForm = form != null && forms.find(form).isPresent();
        if (isForm && known.isOver(form)) {
            LOG.warnf(
                    "A form was sent to a link of /forms/%s that does not exist, and was refused. The link was revoked, or"
                            + " is mistyped where the sender has it: give the sender a new one",
                    form);
        } else if (!isForm && form != null && FormReader.isName(form) && unknown.isOver(form)) {
            LOG.warnf(
                    "A form was sent to /forms/%s and was refused: no form has this name. Correct the address where the"
                            + " sender has it, or add the form's definition",
                    form);
        }
    }

    private static boolean isDisabledBy404(HttpServerRequest request) {
        String agent = String.valueOf(request.getHeader("User-Agent")).toLowerCase(Locale.ROOT);
        return DISABLED_BY_404.stream()
                .anyMatch(sender -> agent.contains(sender)
                        || request.headers().names().stream()
                                .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(sender + "-")));
    }
}
