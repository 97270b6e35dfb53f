package ghl.gateway.durability;

import ghl.gateway.fixture.Patience;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Two forms of one person, in a location of their own. Both were accepted. */
record CollidingForms(CrmLocation location, String contactId, String firstId, String secondId) {

    private static final Duration AT_REST = Patience.LIMIT;
    static final String EMAIL = "person@example.com";

    /** @param lost the fault of the first form's call */
    static CollidingForms send(CrmProcess crm, GraphCaller gateway, Collision collision, Map<String, Object> lost) {
        CrmLocation location = crm.location(PersonFormFiller.SETTINGS);
        String contactId = location.contact(Collision.contactBefore(EMAIL));
        location.fault(withOperation(lost, collision.operation));
        String first = gateway.submit(location, collision.first(EMAIL)).id();
        String second = gateway.submit(location, collision.second(EMAIL)).id();
        return new CollidingForms(location, contactId, first, second);
    }

    /** @return the receipts when both submissions are at rest */
    List<Receipt> atRest(GraphCaller gateway) {
        return Stream.of(firstId, secondId)
                .map(id -> gateway.awaitRest(id, AT_REST).orElseThrow())
                .toList();
    }

    String valueOf(String name) {
        return ContactState.of(location.contactOf(contactId)).getOrDefault(name, ContactState.ABSENT);
    }

    private static Map<String, Object> withOperation(Map<String, Object> fault, String operation) {
        Map<String, Object> complete = new HashMap<>(fault);
        complete.put("operation", operation);
        return complete;
    }
}
