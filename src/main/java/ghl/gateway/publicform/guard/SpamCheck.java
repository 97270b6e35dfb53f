package ghl.gateway.publicform.guard;

import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.GuardDefinition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What answers alone show of whoever filled a form in. */
public final class SpamCheck {

    /** The answer that says when the form was opened, in epoch milliseconds: the page writes it. */
    public static final String OPENED = "_opened";

    private SpamCheck() {}

    /** @param guard null without one */
    public static boolean isSpam(GuardDefinition guard, Answers answers, Instant now) {
        return guard != null && (fellIntoHoneypot(guard, answers) || wasTooFast(guard, answers, now));
    }

    private static boolean fellIntoHoneypot(GuardDefinition guard, Answers answers) {
        return guard.honeypot() != null && !answers.values(guard.honeypot()).isEmpty();
    }

    /** Whoever never opened the page cannot say when. */
    private static boolean wasTooFast(GuardDefinition guard, Answers answers, Instant now) {
        if (guard.minimumFillTime() == null) {
            return false;
        }
        List<String> opened = answers.values(OPENED);
        try {
            Instant start = Instant.ofEpochMilli(Long.parseLong(opened.isEmpty() ? "" : opened.get(0)));
            return Duration.between(start, now).compareTo(guard.minimumFillTime()) < 0;
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            return true;
        }
    }
}
