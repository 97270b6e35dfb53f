package ghl.gateway.highlevel.transport;

import ghl.gateway.highlevel.wire.CustomFieldDefinitionJson;
import ghl.gateway.highlevel.wire.JsonRequestBody;
import ghl.gateway.highlevel.wire.LocationJson;
import ghl.gateway.highlevel.wire.TaskJson;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The part of the vendor's Locations API, version 2021-07-28, that the gateway uses. See {@link ContactsApi}.
 */
@Path("/locations/{locationId}")
@Produces(MediaType.APPLICATION_JSON)
public interface LocationsApi {

    @GET
    Uni<RestResponse<LocationJson.One>> getLocation(@RestHeader String authorization, @RestPath String locationId);

    /** Operation {@code task-search}. Answers 201 with rows only: no total, no cursor. */
    @POST
    @Path("/tasks/search")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<RestResponse<TaskJson.Many>> taskSearch(
            @RestHeader String authorization, @RestPath String locationId, JsonRequestBody body);

    /** @param model {@code contact}, {@code opportunity} or {@code all} */
    @GET
    @Path("/customFields")
    Uni<RestResponse<CustomFieldDefinitionJson.Many>> getCustomFields(
            @RestHeader String authorization, @RestPath String locationId, @RestQuery String model);
}
