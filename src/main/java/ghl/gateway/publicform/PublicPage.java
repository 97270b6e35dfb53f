package ghl.gateway.publicform;

import ghl.gateway.access.key.AccessKey;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.GuardDefinition;
import ghl.gateway.form.definition.SenderDefinition;
import ghl.gateway.form.definition.SenderType;
import java.util.List;
import java.util.Set;

/**
 * What holds for a page that sends a form, with a publishable key or without.
 *
 * @param id names it in counts
 * @param origins where the page is
 * @param next where a form without script may lead on to
 * @param guard null without one
 * @param perMinute of everybody together; null without a limit
 * @param perAddress of one client address in a minute; null: the gateway's default
 */
public record PublicPage(
        String id,
        Set<String> origins,
        List<String> next,
        GuardDefinition guard,
        Integer perMinute,
        Integer perAddress) {

    /** @throws IntakeRefusedException when the form takes nothing from pages */
    public static PublicPage of(FormDefinition form, AccessKey key) {
        SenderDefinition sender = form.sender(SenderType.PUBLIC)
                .orElseThrow(() -> IntakeRefusedException.forbidden("This form takes nothing from pages"));
        Integer perAddress = sender.guard() == null ? null : sender.guard().perMinute();
        if (key == null) {
            return new PublicPage(
                    "form " + form.name(),
                    Set.copyOf(sender.origins()),
                    sender.next(),
                    sender.guard(),
                    null,
                    perAddress);
        }
        return new PublicPage(
                key.caller().id(),
                key.origins(),
                sender.next(),
                sender.guard(),
                key.rates().perKey(),
                key.rates().perAddress() == null ? perAddress : key.rates().perAddress());
    }

    GuardDefinition.Captcha captcha() {
        return guard == null ? null : guard.captcha();
    }
}
