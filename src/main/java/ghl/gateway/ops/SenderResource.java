package ghl.gateway.ops;

import ghl.gateway.access.Callers;
import ghl.gateway.access.caller.Role;
import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.form.definition.SenderType;
import ghl.gateway.intake.SenderAccess;
import ghl.gateway.intake.SenderAccess.Capture;
import ghl.gateway.intake.SenderAccess.NewLink;
import ghl.gateway.intake.capture.Captured;
import ghl.gateway.intake.capture.RawText;
import ghl.gateway.intake.link.Link;
import ghl.gateway.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Connects form builders: secret links, and captures of the bodies they post. Methods block. */
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

    record LinkRequest(SenderType sender) {}

    /** New link. Its path contains the secret and cannot be read again. */
    public record CreatedLink(String id, SenderType sender, String path) {

        static CreatedLink of(NewLink created) {
            return new CreatedLink(created.link().id(), created.link().sender(), created.path());
        }
    }

    /** Links of a form, oldest first. */
    public record LinkList(List<Link> links) {}

    /** Captured bodies, and a definition drafted from them. */
    public record CaptureStatus(Instant openUntil, List<Body> bodies, String definition) {

        static CaptureStatus of(Capture capture) {
            return new CaptureStatus(
                    capture.openUntil(), capture.bodies().stream().map(Body::of).toList(), capture.definition());
        }
    }

    /**
     * Captured body.
     *
     * @param sender type of its sender, guessed from its shape
     * @param answers values by name
     * @param problem why it has no answers, or would be ignored; null if it is a form
     * @param contentType header of the request; empty without one
     * @param headers others that were kept, by lower-case name
     * @param raw the body as received: its text, or Base64 if it is no text
     * @param rawEncoding {@code text} or {@code base64}
     * @param rawCut whether only the start is shown
     */
    public record Body(
            Instant at,
            SenderType sender,
            Map<String, List<String>> answers,
            String problem,
            String contentType,
            Map<String, String> headers,
            String raw,
            String rawEncoding,
            boolean rawCut) {

        static Body of(Captured captured) {
            Map<String, List<String>> answers = new LinkedHashMap<>();
            captured.answers()
                    .names()
                    .forEach(name -> answers.put(name, captured.answers().values(name)));
            RawText raw = captured.raw();
            return new Body(
                    captured.at(),
                    captured.sender(),
                    answers,
                    captured.problem(),
                    captured.body().contentType(),
                    captured.body().headers(),
                    raw.text(),
                    raw.isBase64() ? "base64" : "text",
                    raw.isCut());
        }
    }

    /** Number of deleted bodies. */
    public record Forgotten(int forgotten) {}

    @POST
    @Path("/links")
    public CreatedLink createLink(String form, String body) {
        reach.require(form);
        SenderType sender = JsonBody.read(body, LinkRequest.class).sender();
        if (sender == null) {
            throw new InvalidInputException("sender must be the type of one of the form's senders, for example link");
        }
        try {
            return CreatedLink.of(senders.link(callers.current().id(), form, sender));
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
    public CreatedLink startCapture(String form) {
        reach.require(form);
        try {
            return CreatedLink.of(senders.openCapture(callers.current().id(), form));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(e.getMessage());
        }
    }

    @GET
    @Path("/capture")
    public CaptureStatus capture(String form) {
        reach.require(form);
        return CaptureStatus.of(senders.capture(form));
    }

    @GET
    @Path("/capture/definition")
    @Produces("application/yaml")
    public Response definition(String form) {
        reach.require(form);
        Capture capture = senders.capture(form);
        if (capture.definition() != null) {
            return Response.ok(capture.definition()).build();
        }
        String reason = capture.bodies().isEmpty()
                ? "Nothing was captured: open capture, then send the form to its address"
                : "No readable body was captured: GET /ops/forms/" + form
                        + "/capture shows what arrived and why it has no answers. Send the form again";
        return Problem.of(404, "NOT_FOUND", reason).toResponse();
    }

    @DELETE
    @Path("/capture")
    public Forgotten deleteCapture(String form) {
        reach.require(form);
        return new Forgotten(senders.forget(form));
    }
}
