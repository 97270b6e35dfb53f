package ghl.gateway.intake;

import ghl.gateway.form.Forms;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.form.file.FormReader;
import ghl.gateway.intake.capture.Captures;
import ghl.gateway.intake.capture.Captures.Captured;
import ghl.gateway.intake.capture.DefinitionDraft;
import ghl.gateway.intake.link.Link;
import ghl.gateway.intake.link.Links;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What operators do to connect senders: links, and capture of what nobody knows yet. Blocks. */
@ApplicationScoped
public class SenderAccess {

    private final Forms forms;
    private final Links links;
    private final Captures captures;

    SenderAccess(Forms forms, Links links, Captures captures) {
        this.forms = forms;
        this.links = links;
        this.captures = captures;
    }

    /** @param path where to post, told once */
    public record NewLink(Link link, String path) {}

    /** @param openUntil null when it is not open @param definition null before anything came in */
    public record Capture(Instant openUntil, List<Captured> bodies, String definition) {}

    /** @throws IllegalArgumentException with a sentence, when the form's definition does not take it */
    public NewLink link(String actor, String form, SenderType sender) {
        boolean isTaken =
                forms.find(form).flatMap(found -> found.sender(sender)).isPresent();
        if (!isTaken || sender == SenderType.PUBLIC) {
            throw new IllegalArgumentException(
                    "The form has no such sender that uses links: name it under senders in its definition");
        }
        return newLink(actor, form, sender);
    }

    public List<Link> links(String form) {
        return links.of(form);
    }

    /** @return false when there is no such link */
    public boolean revoke(String actor, String form, String id) {
        return links.revoke(actor, form, id);
    }

    /**
     * Opens a form, which need not be defined yet, for what is posted to a link.
     *
     * @return the link; it goes on holding when the form is defined
     * @throws IllegalArgumentException with a sentence, when that can be no form's name
     */
    public NewLink openCapture(String actor, String form) {
        if (!FormReader.isName(form)) {
            throw new IllegalArgumentException("The name of a form is letters, digits, - and _, 100 at most");
        }
        captures.open(form);
        return newLink(actor, form, SenderType.LINK);
    }

    public Capture capture(String form) {
        List<Captured> bodies = captures.of(form);
        Optional<Instant> until = captures.openUntil(form);
        return new Capture(until.orElse(null), bodies, bodies.isEmpty() ? null : DefinitionDraft.of(form, bodies));
    }

    /** Closes it. @return how many bodies are forgotten */
    public int forget(String form) {
        return captures.forget(form);
    }

    private NewLink newLink(String actor, String form, SenderType sender) {
        Links.Made made = links.make(actor, form, sender);
        return new NewLink(made.link(), "/forms/" + form + "/" + made.secret());
    }
}
