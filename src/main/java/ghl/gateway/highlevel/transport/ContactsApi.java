package ghl.gateway.highlevel.transport;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;

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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
    Uni<RestResponse<ContactJson.Page>> searchContactsAdvanced(
            @HeaderParam(AUTHORIZATION) String bearerToken, JsonRequestBody body);

    /** @param number phone number; this or {@code email} is required */
    @GET
    @Path("/search/duplicate")
    Uni<RestResponse<ContactJson.One>> getDuplicateContact(
            @HeaderParam(AUTHORIZATION) String bearerToken,
            @RestQuery String locationId,
            @RestQuery String number,
            @RestQuery String email);

    @GET
    @Path("/business/{businessId}")
    Uni<RestResponse<ContactJson.Page>> getContactsByBusinessId(
            @HeaderParam(AUTHORIZATION) String bearerToken,
            @RestPath String businessId,
            @RestQuery String locationId,
            @RestQuery int limit,
            @RestQuery int skip,
            @RestQuery String query);

    /** Deprecated by the vendor, but the only list with pages besides the search. {@code startAfter} is in epoch ms. */
    @GET
    @Path("/")
    Uni<RestResponse<ContactJson.Page>> getContacts(
            @HeaderParam(AUTHORIZATION) String bearerToken,
            @RestQuery String locationId,
            @RestQuery int limit,
            @RestQuery Long startAfter,
            @RestQuery String startAfterId,
            @RestQuery String query);

    @GET
    @Path("/{contactId}")
    Uni<RestResponse<ContactJson.One>> getContact(
            @HeaderParam(AUTHORIZATION) String bearerToken, @RestPath String contactId);

    @POST
    @Path("/")
    Uni<RestResponse<ContactJson.One>> createContact(
            @HeaderParam(AUTHORIZATION) String bearerToken, JsonRequestBody body);

    @PUT
    @Path("/{contactId}")
    Uni<RestResponse<ContactJson.One>> updateContact(
            @HeaderParam(AUTHORIZATION) String bearerToken, @RestPath String contactId, JsonRequestBody body);

    @DELETE
    @Path("/{contactId}")
    Uni<RestResponse<DoneJson>> deleteContact(
            @HeaderParam(AUTHORIZATION) String bearerToken, @RestPath String contactId);

    @POST
    @Path("/upsert")
    Uni<RestResponse<ContactJson.One>> upsertContact(
            @HeaderParam(AUTHORIZATION) String bearerToken, JsonRequestBody body);

    @GET
    @Path("/{contactId}/tasks")
    Uni<RestResponse<TaskJson.Many>> getAllTasks(
            @HeaderParam(AUTHORIZATION) String bearerToken, @RestPath String contactId);

    @POST
    @Path("/{contactId}/tasks")
    Uni<RestResponse<TaskJson.One>> createTask(
            @HeaderParam(AUTHORIZATION) String bearerToken, @RestPath String contactId, JsonRequestBody body);

    @GET
    @Path("/{contactId}/tasks/{taskId}")
    Uni<RestResponse<TaskJson.One>> getTask(
            @HeaderParam(AUTHORIZATION) String bearerToken, @RestPath String contactId, @RestPath String taskId);

    @PUT
    @Path("/{contactId}/tasks/{taskId}")
    Uni<RestResponse<TaskJson.One>> updateTask(
            @HeaderParam(AUTHORIZATION) String bearerToken,
            @RestPath String contactId,
            @RestPath String taskId,
            JsonRequestBody body);

    @DELETE
    @Path("/{contactId}/tasks/{taskId}")
    Uni<RestResponse<DoneJson>> deleteTask(
            @HeaderParam(AUTHORIZATION) String bearerToken, @RestPath String contactId, @RestPath String taskId);

    @PUT
    @Path("/{contactId}/tasks/{taskId}/completed")
    Uni<RestResponse<TaskJson.One>> updateTaskCompleted(
            @HeaderParam(AUTHORIZATION) String bearerToken,
            @RestPath String contactId,
            @RestPath String taskId,
            JsonRequestBody body);

    @GET
    @Path("/{contactId}/notes")
    Uni<RestResponse<NoteJson.Many>> getAllNotes(
            @HeaderParam(AUTHORIZATION) String bearerToken, @RestPath String contactId);

    @POST
    @Path("/{contactId}/notes")
    Uni<RestResponse<NoteJson.One>> createNote(
            @HeaderParam(AUTHORIZATION) String bearerToken, @RestPath String contactId, JsonRequestBody body);

    @GET
    @Path("/{contactId}/notes/{noteId}")
    Uni<RestResponse<NoteJson.One>> getNote(
            @HeaderParam(AUTHORIZATION) String bearerToken, @RestPath String contactId, @RestPath String noteId);

    @PUT
    @Path("/{contactId}/notes/{noteId}")
    Uni<RestResponse<NoteJson.One>> updateNote(
            @HeaderParam(AUTHORIZATION) String bearerToken,
            @RestPath String contactId,
            @RestPath String noteId,
            JsonRequestBody body);

    @DELETE
    @Path("/{contactId}/notes/{noteId}")
    Uni<RestResponse<DoneJson>> deleteNote(
            @HeaderParam(AUTHORIZATION) String bearerToken, @RestPath String contactId, @RestPath String noteId);

    @POST
    @Path("/{contactId}/tags")
    Uni<RestResponse<TagsJson>> addTags(
            @HeaderParam(AUTHORIZATION) String bearerToken, @RestPath String contactId, JsonRequestBody body);

    @DELETE
    @Path("/{contactId}/tags")
    Uni<RestResponse<TagsJson>> removeTags(
            @HeaderParam(AUTHORIZATION) String bearerToken, @RestPath String contactId, JsonRequestBody body);

    @GET
    @Path("/{contactId}/appointments")
    Uni<RestResponse<AppointmentJson.Many>> getAppointmentsForContact(
            @HeaderParam(AUTHORIZATION) String bearerToken, @RestPath String contactId);
}
