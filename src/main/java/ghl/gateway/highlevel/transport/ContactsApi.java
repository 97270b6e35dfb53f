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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The vendor's Contacts API, version 2021-07-28. Methods are named after the vendor's operationId. Call it through
 * {@link CrmCaller}, which adds token, rate limit, timeout and errors.
 */
@Path("/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface ContactsApi {

    /** The vendor documents neither the body nor the answer. */
    @POST
    @Path("/search")
    Uni<RestResponse<ContactJson.Page>> searchContactsAdvanced(@RestHeader String authorization, JsonRequestBody body);

    /** @param number phone number; this or {@code email} is required */
    @GET
    @Path("/search/duplicate")
    Uni<RestResponse<ContactJson.One>> getDuplicateContact(
            @RestHeader String authorization,
            @RestQuery String locationId,
            @RestQuery String number,
            @RestQuery String email);

    @GET
    @Path("/business/{businessId}")
    Uni<RestResponse<ContactJson.Page>> getContactsByBusinessId(
            @RestHeader String authorization,
            @RestPath String businessId,
            @RestQuery String locationId,
            @RestQuery int limit,
            @RestQuery int skip,
            @RestQuery String query);

    /** Deprecated by the vendor, but the only list with pages besides the search. {@code startAfter} is in epoch ms. */
    @GET
    @Path("/")
    Uni<RestResponse<ContactJson.Page>> getContacts(
            @RestHeader String authorization,
            @RestQuery String locationId,
            @RestQuery int limit,
            @RestQuery Long startAfter,
            @RestQuery String startAfterId,
            @RestQuery String query);

    @GET
    @Path("/{contactId}")
    Uni<RestResponse<ContactJson.One>> getContact(@RestHeader String authorization, @RestPath String contactId);

    @POST
    @Path("/")
    Uni<RestResponse<ContactJson.One>> createContact(@RestHeader String authorization, JsonRequestBody body);

    @PUT
    @Path("/{contactId}")
    Uni<RestResponse<ContactJson.One>> updateContact(
            @RestHeader String authorization, @RestPath String contactId, JsonRequestBody body);

    @DELETE
    @Path("/{contactId}")
    Uni<RestResponse<DoneJson>> deleteContact(@RestHeader String authorization, @RestPath String contactId);

    @POST
    @Path("/upsert")
    Uni<RestResponse<ContactJson.One>> upsertContact(@RestHeader String authorization, JsonRequestBody body);

    @GET
    @Path("/{contactId}/tasks")
    Uni<RestResponse<TaskJson.Many>> getAllTasks(@RestHeader String authorization, @RestPath String contactId);

    @POST
    @Path("/{contactId}/tasks")
    Uni<RestResponse<TaskJson.One>> createTask(
            @RestHeader String authorization, @RestPath String contactId, JsonRequestBody body);

    @GET
    @Path("/{contactId}/tasks/{taskId}")
    Uni<RestResponse<TaskJson.One>> getTask(
            @RestHeader String authorization, @RestPath String contactId, @RestPath String taskId);

    @PUT
    @Path("/{contactId}/tasks/{taskId}")
    Uni<RestResponse<TaskJson.One>> updateTask(
            @RestHeader String authorization,
            @RestPath String contactId,
            @RestPath String taskId,
            JsonRequestBody body);

    @DELETE
    @Path("/{contactId}/tasks/{taskId}")
    Uni<RestResponse<DoneJson>> deleteTask(
            @RestHeader String authorization, @RestPath String contactId, @RestPath String taskId);

    @PUT
    @Path("/{contactId}/tasks/{taskId}/completed")
    Uni<RestResponse<TaskJson.One>> updateTaskCompleted(
            @RestHeader String authorization,
            @RestPath String contactId,
            @RestPath String taskId,
            JsonRequestBody body);

    @GET
    @Path("/{contactId}/notes")
    Uni<RestResponse<NoteJson.Many>> getAllNotes(@RestHeader String authorization, @RestPath String contactId);

    @POST
    @Path("/{contactId}/notes")
    Uni<RestResponse<NoteJson.One>> createNote(
            @RestHeader String authorization, @RestPath String contactId, JsonRequestBody body);

    @GET
    @Path("/{contactId}/notes/{noteId}")
    Uni<RestResponse<NoteJson.One>> getNote(
            @RestHeader String authorization, @RestPath String contactId, @RestPath String noteId);

    @PUT
    @Path("/{contactId}/notes/{noteId}")
    Uni<RestResponse<NoteJson.One>> updateNote(
            @RestHeader String authorization,
            @RestPath String contactId,
            @RestPath String noteId,
            JsonRequestBody body);

    @DELETE
    @Path("/{contactId}/notes/{noteId}")
    Uni<RestResponse<DoneJson>> deleteNote(
            @RestHeader String authorization, @RestPath String contactId, @RestPath String noteId);

    @POST
    @Path("/{contactId}/tags")
    Uni<RestResponse<TagsJson>> addTags(
            @RestHeader String authorization, @RestPath String contactId, JsonRequestBody body);

    @DELETE
    @Path("/{contactId}/tags")
    Uni<RestResponse<TagsJson>> removeTags(
            @RestHeader String authorization, @RestPath String contactId, JsonRequestBody body);

    @GET
    @Path("/{contactId}/appointments")
    Uni<RestResponse<AppointmentJson.Many>> getAppointmentsForContact(
            @RestHeader String authorization, @RestPath String contactId);
}
