package ghl.gateway.publicform;

import ghl.gateway.access.key.AccessKey;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.SenderDefinition;
import ghl.gateway.form.definition.SenderDefinition.GuardDefinition;
import ghl.gateway.form.definition.SenderType;
import java.util.List;
import java.util.Set;

/**
 * The rules for a page that submits a form, with or without a publishable key.
 *
 * @param id identifies the page in rate limits
 * @param origins allowed origins
 * @param next allowed redirect prefixes
 * @param guard null for none
 * @param perMinute submissions of all clients per minute; null for no limit
 * @param perAddress submissions of one client address per minute; null is the gateway's default
 */
public record PublicPage(
        String id,
        Set<String> origins,
        List<String> next,
        GuardDefinition guard,
        Integer perMinute,
        Integer perAddress) {

    /** @throws IntakeRefusedException when the form has no public sender */
    public static PublicPage of(FormDefinition form, AccessKey key) {
        SenderDefinition sender = form.sender(SenderType.PUBLIC)
                .orElseThrow(
                        () -> IntakeRefusedException.forbidden("This form does not accept submissions from pages"));
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

    SenderDefinition.Captcha captcha() {
        return guard == null ? null : guard.captcha();
    }
}
