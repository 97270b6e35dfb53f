package ghl.gateway.durability;

import static ghl.gateway.submission.receipt.StepKind.*;

import ghl.gateway.submission.receipt.StepKind;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;

/** The forms that are submitted while the gateway is killed. */
enum FormCase {
    EVERYDAY(Forms::everyday, UPSERT_CONTACT, ADD_TAGS, ADD_TASK, ADD_NOTE),
    /** Two tasks and two notes with equal text in one submission. */
    TWINS(Forms::twins, UPSERT_CONTACT, ADD_TASK, ADD_NOTE),
    /** A note with a line like the gateway's own marker. */
    QUOTING(Forms::quoting, UPSERT_CONTACT, ADD_TASK, ADD_NOTE),
    /** Bodies come back as HTML. */
    HTML(Forms::everyday, UPSERT_CONTACT, ADD_TAGS, ADD_TASK, ADD_NOTE),
    CREATE_ONLY(Forms::createOnly, CREATE_CONTACT, ADD_TAGS, ADD_TASK, ADD_NOTE),
    MATCHED(ChangingForms::matched, FIND_CONTACT, ADD_TAGS, ADD_NOTE),
    CHANGING(
            ChangingForms::changing,
            UPDATE_CONTACT,
            UPDATE_TASK,
            COMPLETE_TASK,
            UPDATE_NOTE,
            REMOVE_TAGS,
            DELETE_TASK,
            DELETE_NOTE),
    DELETING(ChangingForms::deleting, DELETE_CONTACT);

    private final BiFunction<CrmLocation, Random, FilledForm> filling;
    private final Set<StepKind> kinds;

    FormCase(BiFunction<CrmLocation, Random, FilledForm> filling, StepKind... kinds) {
        this.filling = filling;
        this.kinds = Set.of(kinds);
    }

    /** A case with such a step, selected by the seed. */
    static FormCase with(StepKind kind, long seed) {
        List<FormCase> fitting = List.of(values()).stream()
                .filter(form -> form.kinds.contains(kind))
                .toList();
        return fitting.get((int) Math.floorMod(seed, fitting.size()));
    }

    Set<StepKind> kinds() {
        return kinds;
    }

    /** Settings of its location. */
    Map<String, Object> settings() {
        return this == HTML ? Map.of("htmlBodies", true) : Map.of();
    }

    /** Prepares the location and fills in the form. */
    FilledForm fill(CrmLocation location, Random random) {
        return filling.apply(location, random).startingFrom(location.facts());
    }
}
