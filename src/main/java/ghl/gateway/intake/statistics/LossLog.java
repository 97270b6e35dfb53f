package ghl.gateway.intake.statistics;

import ghl.gateway.log.LogPause;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/** Logs once, until it recovers, that a source stopped sending an e-mail address or a phone number. Not thread-safe. */
final class LossLog {

    private static final Logger LOG = Logger.getLogger(FormSources.class);

    /** Between lines about one source: anyone can leave out an address on a page, and then give one. */
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Set<Source> logged = new HashSet<>();
    private final LogPause pause;

    LossLog(Clock clock) {
        this.pause = new LogPause(clock, PAUSE);
    }

    /** For what was lost before the gateway started. */
    void assumeLogged(Source source, Identification identification) {
        if (identification.isLost()) {
            logged.add(source);
        }
    }

    void notice(Source source, Identification identification) {
        if (!identification.isLost()) {
            logged.remove(source);
        } else if (!logged.contains(source) && pause.isOver(source.toString())) {
            logged.add(source);
            LOG.warnf("Form %s: %s", source.form(), sentence(source, identification));
        }
    }

    /** What an operator should know and do. */
    static String sentence(Source source, Identification identification) {
        return "the last " + identification.missed() + " posts of its source "
                + source.type().text() + " had no valid e-mail address or phone number; "
                + (identification.lastAt() == null
                        ? "none had one before"
                        : "the last one that had came at " + identification.lastAt())
                + ". Capture a post and compare its names with the questions of the form's definition";
    }
}
