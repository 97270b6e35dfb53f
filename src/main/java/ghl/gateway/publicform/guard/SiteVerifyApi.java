package ghl.gateway.publicform.guard;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Verification API shared by reCAPTCHA, hCaptcha and Turnstile. */
interface SiteVerifyApi {

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Outcome> verify(
            @FormParam("secret") String secret,
            @FormParam("response") String response,
            @FormParam("remoteip") String clientAddress);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Outcome(boolean success) {}
}
