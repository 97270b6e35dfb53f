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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** What the gateway needs of the vendor's Locations API, version 2021-07-28, named like {@link ContactsApi}. */
@Path("/locations/{locationId}")
@Produces(MediaType.APPLICATION_JSON)
public interface LocationsApi {

    @GET
    Uni<RestResponse<LocationJson.One>> getLocation(@PathParam("locationId") String locationId);

    /** Operation {@code task-search}. Answered with 201; every page says only its rows. */
    @POST
    @Path("/tasks/search")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<RestResponse<TaskJson.Many>> taskSearch(@PathParam("locationId") String locationId, JsonRequestBody body);

    /** @param model {@code contact}, {@code opportunity} or {@code all} */
    @GET
    @Path("/customFields")
    Uni<RestResponse<CustomFieldDefinitionJson.Many>> getCustomFields(
            @PathParam("locationId") String locationId, @QueryParam("model") String model);
}
