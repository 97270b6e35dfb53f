package ghl.gateway.publicform.guard;

import ghl.gateway.form.answer.Answers;
import ghl.gateway.form.definition.SenderDefinition.GuardDefinition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Detects probable spam from a form's fields. */
public final class SpamCheck {

    /** Field with the time at which the page was opened, in epoch milliseconds. Set by the page. */
    public static final String OPENED = "_opened";

    private SpamCheck() {}

    public static boolean isSpam(GuardDefinition guard, Answers answers, Instant now) {
        return guard != null && (isHoneypotFilled(guard, answers) || wasTooFast(guard, answers, now));
    }

    private static boolean isHoneypotFilled(GuardDefinition guard, Answers answers) {
        return guard.honeypot() != null && !answers.values(guard.honeypot()).isEmpty();
    }

    /** A missing or invalid time counts as too fast: the sender never opened the page. */
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
