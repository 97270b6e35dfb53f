package ghl.gateway.sandbox;

import ghl.gateway.sandbox.contact.AppointmentOperations;
import ghl.gateway.sandbox.contact.ContactOperations;
import ghl.gateway.sandbox.contact.Contacts;
import ghl.gateway.sandbox.contact.NoteOperations;
import ghl.gateway.sandbox.contact.TagOperations;
import ghl.gateway.sandbox.contact.TaskOperations;
import ghl.gateway.sandbox.control.ControlApi;
import ghl.gateway.sandbox.gate.Gate;
import ghl.gateway.sandbox.gate.Operation;
import ghl.gateway.sandbox.http.Call;
import ghl.gateway.sandbox.http.SandboxDelivery;
import ghl.gateway.sandbox.location.LocationOperations;
import ghl.gateway.sandbox.oauth.OAuthApi;
import ghl.gateway.sandbox.search.ContactSearch;
import ghl.gateway.sandbox.search.ListOperations;
import ghl.gateway.sandbox.search.SandboxTaskSearch;
import ghl.gateway.sandbox.state.SandboxSeed;
import ghl.gateway.sandbox.state.SandboxState;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The sandbox: routes each request to the control API, the OAuth server or, through the gate, to an operation. */
public final class Sandbox implements AutoCloseable {

    private final SandboxState state;
    private final Gate gate;
    private final OAuthApi oauth;
    private final ControlApi control;

    private Sandbox(SandboxState state, SandboxSeed seed, Clock clock) {
        this.state = state;
        this.gate = new Gate(state, clock, operations(state, clock));
        this.oauth = new OAuthApi(state, gate, clock);
        this.control = new ControlApi(state, seed, gate, oauth, clock);
    }

    /**
     * Opens the state in a directory and seeds it when it is new.
     *
     * @throws IllegalStateException when another process holds the state
     */
    public static Sandbox open(Path directory, Clock clock) {
        SandboxState state = SandboxState.open(directory, clock);
        SandboxSeed seed = new SandboxSeed();
        state.exclusively(() -> {
            if (state.isEmpty()) {
                seed.plantAll(state);
            }
            return state;
        });
        return new Sandbox(state, seed, clock);
    }

    public SandboxDelivery answer(Call call) {
        if (control.owns(call)) {
            return control.answer(call);
        }
        return oauth.owns(call) ? oauth.answer(call) : gate.answer(call);
    }

    @Override
    public void close() {
        state.close();
    }

    /** Literal paths come before paths with a parameter in the same place. */
    private static List<Operation> operations(SandboxState state, Clock clock) {
        Contacts contacts = new Contacts(state, clock);
        return Stream.of(
                        new ContactSearch(state).all(),
                        new ListOperations(state).all(),
                        new ContactOperations(contacts).all(),
                        new TaskOperations(state, contacts, clock).all(),
                        new NoteOperations(state, contacts, clock).all(),
                        new TagOperations(contacts).all(),
                        new AppointmentOperations(state, contacts, clock).all(),
                        new LocationOperations().all(),
                        new SandboxTaskSearch(state).all())
                .flatMap(List::stream)
                .toList();
    }
}
