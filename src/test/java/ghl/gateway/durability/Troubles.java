package ghl.gateway.durability;

import ghl.gateway.submission.receipt.StepKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes about three in ten operations of a form fail once, and sometimes the whole location. */
final class Troubles {

    private static final double SHARE = 0.3;
    private static final List<String> LOOKS = List.of("get-all-tasks", "get-all-notes", "get-duplicate-contact");

    private Troubles() {}

    /** @return the ordered faults, for the story */
    static List<String> brew(CrmLocation location, FormCase form, Random random) {
        List<String> brewed = new ArrayList<>();
        List<String> operations = new ArrayList<>(LOOKS);
        form.kinds().stream().sorted().map(Troubles::operation).forEach(operations::add);
        for (String operation : operations) {
            if (random.nextDouble() < SHARE) {
                Trouble trouble = Trouble.any(random);
                Map<String, Object> fault = new HashMap<>(trouble.fault(random));
                fault.put("operation", operation);
                location.fault(fault);
                brewed.add(operation + " " + trouble);
            }
        }
        if (random.nextDouble() < SHARE) {
            location.change(Map.of("listLagMs", TestScale.QUIET.toMillis() / 2));
            brewed.add("lists lag");
        }
        if (random.nextDouble() < SHARE / 3) {
            location.change(Map.of("outage", random.nextBoolean() ? "drop" : "refuse-503"));
            brewed.add("outage until the kill");
        }
        return brewed;
    }

    static void endOutage(CrmLocation location) {
        Map<String, Object> over = new HashMap<>();
        over.put("outage", null);
        location.change(over);
    }

    private static String operation(StepKind kind) {
        return switch (kind) {
            case FIND_CONTACT -> "get-duplicate-contact";
            case UPSERT_CONTACT -> "upsert-contact";
            case CREATE_CONTACT -> "create-contact";
            case UPDATE_CONTACT -> "update-contact";
            case ADD_TAGS -> "add-tags";
            case ADD_TASK -> "create-task";
            case ADD_NOTE -> "create-note";
            case UPDATE_TASK -> "update-task";
            case COMPLETE_TASK -> "update-task-completed";
            case UPDATE_NOTE -> "update-note";
            case REMOVE_TAGS -> "remove-tags";
            case DELETE_TASK -> "delete-task";
            case DELETE_NOTE -> "delete-note";
            case DELETE_CONTACT -> "delete-contact";
        };
    }
}
