package ghl.gateway.ops;

import ghl.gateway.access.Callers;
import ghl.gateway.access.caller.Role;
import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.SenderAccess;
import ghl.gateway.intake.SenderAccess.Capture;
import ghl.gateway.intake.SenderAccess.NewLink;
import ghl.gateway.intake.capture.Captures.Captured;
import ghl.gateway.intake.link.Link;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Connects form builders: secret addresses, and capture of what they post. Its methods block. */
@Path("/ops/forms/{form}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATES)
public class SenderResource {

    private final SenderAccess senders;
    private final Callers callers;
    private final FormReach reach;

    SenderResource(SenderAccess senders, Callers callers, FormReach reach) {
        this.senders = senders;
        this.callers = callers;
        this.reach = reach;
    }

    /** What a link is for. */
    record LinkOrder(SenderType sender) {}

    /** A new link; the path is told here and never again. */
    public record MadeLink(String id, SenderType sender, String path) {

        static MadeLink of(NewLink made) {
            return new MadeLink(made.link().id(), made.link().sender(), made.path());
        }
    }

    /** The form's links, oldest first. */
    public record LinkList(List<Link> links) {}

    /** What was caught: per body its answers by name, and a definition to copy. */
    public record Caught(Instant openUntil, List<Body> bodies, String definition) {

        static Caught of(Capture capture) {
            return new Caught(
                    capture.openUntil(), capture.bodies().stream().map(Body::of).toList(), capture.definition());
        }
    }

    /** A body that was caught. @param sender who writes such bodies, as far as their shape tells */
    public record Body(Instant at, SenderType sender, Map<String, List<String>> answers) {

        static Body of(Captured captured) {
            Map<String, List<String>> answers = new LinkedHashMap<>();
            var all = captured.received().answers();
            all.names().forEach(name -> answers.put(name, all.values(name)));
            return new Body(captured.at(), captured.sender(), answers);
        }
    }

    /** How many bodies were forgotten. */
    public record Forgotten(int forgotten) {}

    @POST
    @Path("/links")
    @Consumes(MediaType.APPLICATION_JSON)
    @JsonOnly
    public MadeLink makeLink(String form, String body) {
        reach.require(form);
        SenderType sender = JsonBody.read(body, LinkOrder.class).sender();
        if (sender == null) {
            throw new InvalidInputException("sender must be one of the form's senders, for example link");
        }
        try {
            return MadeLink.of(senders.link(callers.current().id(), form, sender));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(e.getMessage());
        }
    }

    @GET
    @Path("/links")
    public LinkList links(String form) {
        reach.require(form);
        return new LinkList(senders.links(form));
    }

    @DELETE
    @Path("/links/{id}")
    public LinkList revoke(String form, String id) {
        reach.require(form);
        if (!senders.revoke(callers.current().id(), form, id)) {
            throw new NotFoundException();
        }
        return new LinkList(senders.links(form));
    }

    @POST
    @Path("/capture")
    @Consumes(MediaType.APPLICATION_JSON)
    @JsonOnly
    public MadeLink openCapture(String form) {
        reach.require(form);
        try {
            return MadeLink.of(senders.openCapture(callers.current().id(), form));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(e.getMessage());
        }
    }

    @GET
    @Path("/capture")
    public Caught capture(String form) {
        reach.require(form);
        return Caught.of(senders.capture(form));
    }

    @GET
    @Path("/capture/definition")
    @Produces("application/yaml")
    public String definition(String form) {
        reach.require(form);
        String definition = senders.capture(form).definition();
        if (definition == null) {
            throw new NotFoundException();
        }
        return definition;
    }

    @DELETE
    @Path("/capture")
    public Forgotten forget(String form) {
        reach.require(form);
        return new Forgotten(senders.forget(form));
    }
}
