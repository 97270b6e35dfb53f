package ghl.gateway.highlevel.transport;

import ghl.gateway.highlevel.wire.AppointmentJson;
import ghl.gateway.highlevel.wire.ContactJson;
import ghl.gateway.highlevel.wire.DoneJson;
import ghl.gateway.highlevel.wire.JsonRequestBody;
import ghl.gateway.highlevel.wire.NoteJson;
import ghl.gateway.highlevel.wire.TagsJson;
import ghl.gateway.highlevel.wire.TaskJson;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The vendor's Contacts API, version 2021-07-28. Methods bear the vendor's operationId in camel case. Use
 * {@link HighLevel}, which adds the time limit and tells failures apart.
 */
@Path("/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface ContactsApi {

    /** The vendor documents neither body nor answer. */
    @POST
    @Path("/search")
    Uni<RestResponse<ContactJson.Page>> searchContactsAdvanced(JsonRequestBody body);

    /** @param number phone number; it or {@code email} is required */
    @GET
    @Path("/search/duplicate")
    Uni<RestResponse<ContactJson.One>> getDuplicateContact(
            @QueryParam("locationId") String locationId,
            @QueryParam("number") String number,
            @QueryParam("email") String email);

    @GET
    @Path("/business/{businessId}")
    Uni<RestResponse<ContactJson.Page>> getContactsByBusinessId(
            @PathParam("businessId") String businessId,
            @QueryParam("locationId") String locationId,
            @QueryParam("limit") int limit,
            @QueryParam("skip") int skip,
            @QueryParam("query") String query);

    /** Deprecated by the vendor, yet the only list that pages without a search. {@code startAfter} is in epoch ms. */
    @GET
    @Path("/")
    Uni<RestResponse<ContactJson.Page>> getContacts(
            @QueryParam("locationId") String locationId,
            @QueryParam("limit") int limit,
            @QueryParam("startAfter") Long startAfter,
            @QueryParam("startAfterId") String startAfterId,
            @QueryParam("query") String query);

    @GET
    @Path("/{contactId}")
    Uni<RestResponse<ContactJson.One>> getContact(@PathParam("contactId") String contactId);

    @POST
    @Path("/")
    Uni<RestResponse<ContactJson.One>> createContact(JsonRequestBody body);

    @PUT
    @Path("/{contactId}")
    Uni<RestResponse<ContactJson.One>> updateContact(@PathParam("contactId") String contactId, JsonRequestBody body);

    @DELETE
    @Path("/{contactId}")
    Uni<RestResponse<DoneJson>> deleteContact(@PathParam("contactId") String contactId);

    @POST
    @Path("/upsert")
    Uni<RestResponse<ContactJson.One>> upsertContact(JsonRequestBody body);

    @GET
    @Path("/{contactId}/tasks")
    Uni<RestResponse<TaskJson.Many>> getAllTasks(@PathParam("contactId") String contactId);

    @POST
    @Path("/{contactId}/tasks")
    Uni<RestResponse<TaskJson.One>> createTask(@PathParam("contactId") String contactId, JsonRequestBody body);

    @GET
    @Path("/{contactId}/tasks/{taskId}")
    Uni<RestResponse<TaskJson.One>> getTask(
            @PathParam("contactId") String contactId, @PathParam("taskId") String taskId);

    @PUT
    @Path("/{contactId}/tasks/{taskId}")
    Uni<RestResponse<TaskJson.One>> updateTask(
            @PathParam("contactId") String contactId, @PathParam("taskId") String taskId, JsonRequestBody body);

    @DELETE
    @Path("/{contactId}/tasks/{taskId}")
    Uni<RestResponse<DoneJson>> deleteTask(
            @PathParam("contactId") String contactId, @PathParam("taskId") String taskId);

    @PUT
    @Path("/{contactId}/tasks/{taskId}/completed")
    Uni<RestResponse<TaskJson.One>> updateTaskCompleted(
            @PathParam("contactId") String contactId, @PathParam("taskId") String taskId, JsonRequestBody body);

    @GET
    @Path("/{contactId}/notes")
    Uni<RestResponse<NoteJson.Many>> getAllNotes(@PathParam("contactId") String contactId);

    @POST
    @Path("/{contactId}/notes")
    Uni<RestResponse<NoteJson.One>> createNote(@PathParam("contactId") String contactId, JsonRequestBody body);

    @GET
    @Path("/{contactId}/notes/{id}")
    Uni<RestResponse<NoteJson.One>> getNote(@PathParam("contactId") String contactId, @PathParam("id") String noteId);

    @PUT
    @Path("/{contactId}/notes/{id}")
    Uni<RestResponse<NoteJson.One>> updateNote(
            @PathParam("contactId") String contactId, @PathParam("id") String noteId, JsonRequestBody body);

    @DELETE
    @Path("/{contactId}/notes/{id}")
    Uni<RestResponse<DoneJson>> deleteNote(@PathParam("contactId") String contactId, @PathParam("id") String noteId);

    @POST
    @Path("/{contactId}/tags")
    Uni<RestResponse<TagsJson>> addTags(@PathParam("contactId") String contactId, JsonRequestBody body);

    @DELETE
    @Path("/{contactId}/tags")
    Uni<RestResponse<TagsJson>> removeTags(@PathParam("contactId") String contactId, JsonRequestBody body);

    @GET
    @Path("/{contactId}/appointments")
    Uni<RestResponse<AppointmentJson.Many>> getAppointmentsForContact(@PathParam("contactId") String contactId);
}
