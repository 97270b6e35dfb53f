package ghl.gateway.highlevel;

import static org.assertj.core.api.Assertions.assertThat;

import ghl.gateway.contact.draft.NoteChanges;
import ghl.gateway.contact.draft.NoteDraft;
import ghl.gateway.contact.draft.TaskChanges;
import ghl.gateway.contact.draft.TaskDraft;
import ghl.gateway.fixture.Patience;
import ghl.gateway.highlevel.CallPreview.Call;
import ghl.gateway.highlevel.FaultyUpstream.Received;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A previewed call equals the one that is sent. */
@QuarkusTest
class CallPreviewTest {

    private static final FaultyUpstream UPSTREAM = new FaultyUpstream();
    private static final String LOCATION = TestCrm.LOCATION;

    @Inject
    CallPreview preview;

    @AfterAll
    static void stop() {
        UPSTREAM.close();
    }

    @Test
    void every_preview_equals_the_call_that_is_sent() {
        var task = new TaskDraft("Call", "Back", Instant.parse("2027-01-31T09:00:00Z"), false, "u1");
        var taskChanges = new TaskChanges(Optional.of("Ring"), null, null, Optional.of(true), null);
        var note = new NoteDraft("Hello", null, "#FFAA00", true, null);
        var noteChanges = new NoteChanges(Optional.of("Bye"), null, null, null, null);
        Map<Call, Function<HighLevel, Uni<?>>> calls = Map.ofEntries(
                Map.entry(preview.contact("c1"), crm -> crm.contact(LOCATION, "c1")),
                Map.entry(
                        preview.contactByEmailOrPhone(LOCATION, "a+b@example.com", null),
                        crm -> crm.contactByEmailOrPhone(LOCATION, "a+b@example.com", null)),
                Map.entry(
                        preview.contactByEmailOrPhone(LOCATION, null, "+12125550101"),
                        crm -> crm.contactByEmailOrPhone(LOCATION, null, "+12125550101")),
                Map.entry(
                        preview.upsertContact(LOCATION, Drafts.full()),
                        crm -> crm.upsertContact(LOCATION, Drafts.full())),
                Map.entry(
                        preview.createContact(LOCATION, Drafts.cleared()),
                        crm -> crm.createContact(LOCATION, Drafts.cleared())),
                Map.entry(
                        preview.updateContact("c1", Drafts.full()),
                        crm -> crm.updateContact(LOCATION, "c1", Drafts.full())),
                Map.entry(preview.deleteContact("c1"), crm -> crm.deleteContact(LOCATION, "c1")),
                Map.entry(preview.addTags("c1", List.of("x")), crm -> crm.addTags(LOCATION, "c1", List.of("x"))),
                Map.entry(preview.removeTags("c1", List.of("x")), crm -> crm.removeTags(LOCATION, "c1", List.of("x"))),
                Map.entry(preview.createTask("c1", task), crm -> crm.createTask(LOCATION, "c1", task)),
                Map.entry(
                        preview.updateTask("c1", "t1", taskChanges),
                        crm -> crm.updateTask(LOCATION, "c1", "t1", taskChanges)),
                Map.entry(preview.completeTask("c1", "t1", true), crm -> crm.completeTask(LOCATION, "c1", "t1", true)),
                Map.entry(preview.deleteTask("c1", "t1"), crm -> crm.deleteTask(LOCATION, "c1", "t1")),
                Map.entry(preview.createNote("c1", note), crm -> crm.createNote(LOCATION, "c1", note)),
                Map.entry(
                        preview.updateNote("c1", "n1", noteChanges),
                        crm -> crm.updateNote(LOCATION, "c1", "n1", noteChanges)),
                Map.entry(preview.deleteNote("c1", "n1"), crm -> crm.deleteNote(LOCATION, "c1", "n1")));

        calls.forEach((call, method) ->
                assertThat(sent(method)).as(call.method() + " " + call.path()).isEqualTo(call));
    }

    private static Call sent(Function<HighLevel, Uni<?>> method) {
        UPSTREAM.reset();
        method.apply(TestCrm.highLevel(UPSTREAM.url()))
                .onFailure()
                .recoverWithNull()
                .await()
                .atMost(Patience.LIMIT);
        Received received = UPSTREAM.last();
        return new Call(received.method(), received.uri(), received.body().isEmpty() ? null : received.body());
    }
}
