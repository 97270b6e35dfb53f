package ghl.gateway.intake;

import ghl.gateway.form.Forms;
import ghl.gateway.form.definition.FormDefinition;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.form.file.FormReader;
import ghl.gateway.intake.capture.Captured;
import ghl.gateway.intake.capture.Captures;
import ghl.gateway.intake.capture.DefinitionDraft;
import ghl.gateway.intake.link.Link;
import ghl.gateway.intake.link.Links;
import ghl.gateway.submission.check.IdentifierCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Operators' actions to connect senders: links, and capture of unknown senders' requests. Blocks. */
@ApplicationScoped
public class SenderAccess {

    private final Forms forms;
    private final Links links;
    private final Captures captures;
    private final IdentifierCheck identifiers;

    SenderAccess(Forms forms, Links links, Captures captures, IdentifierCheck identifiers) {
        this.forms = forms;
        this.links = links;
        this.captures = captures;
        this.identifiers = identifiers;
    }

    /** @param path the secret path, returned only once */
    public record NewLink(Link link, String path) {}

    /** @param openUntil null when capture is closed @param definition draft; null before the first answer */
    public record Capture(Instant openUntil, List<Captured> bodies, String definition) {}

    /** @throws IllegalArgumentException with a message for the operator, when the definition lacks the sender */
    public NewLink link(String actor, String form, SenderType sender) {
        FormDefinition definition = forms.find(form)
                .orElseThrow(() -> new IllegalArgumentException("There is no form " + form
                        + ", or its file was never valid: see GET /ops/forms. To see what is sent before the form is"
                        + " defined, open capture"));
        boolean isDefined = definition.sender(sender).isPresent();
        if (!isDefined || sender == SenderType.PUBLIC) {
            throw new IllegalArgumentException(
                    "The form's definition has no sender of this type that uses links: add it under senders. It has: "
                            + definition.senders().stream()
                                    .map(defined -> defined.type().text())
                                    .collect(Collectors.joining(", ")));
        }
        return newLink(actor, form, sender);
    }

    public List<Link> links(String form) {
        return links.list(form);
    }

    /** @return false when the form has no such active link */
    public boolean revoke(String actor, String form, String id) {
        return links.revoke(actor, form, id);
    }

    /**
     * Starts capturing what is sent to a new link. The form need not be defined yet.
     *
     * @return the link, which stays valid when the form is defined
     * @throws IllegalArgumentException with a message for the operator, when the name is invalid
     */
    public NewLink openCapture(String actor, String form) {
        if (!FormReader.isName(form)) {
            throw new IllegalArgumentException(
                    "A form's name consists of at most 100 letters, digits, - and _, and starts with a letter or digit");
        }
        captures.open(form);
        return newLink(actor, form, SenderType.LINK);
    }

    public Capture capture(String form) {
        List<Captured> bodies = captures.list(form);
        Optional<Instant> until = captures.openUntil(form);
        return new Capture(
                until.orElse(null),
                bodies,
                DefinitionDraft.write(form, bodies, identifiers::isEmail).orElse(null));
    }

    /** Stops capturing and deletes the bodies. @return how many were deleted */
    public int forget(String form) {
        return captures.delete(form);
    }

    private NewLink newLink(String actor, String form, SenderType sender) {
        Links.CreatedLink created = links.create(actor, form, sender);
        return new NewLink(created.link(), "/forms/" + form + "/" + created.secret());
    }
}
