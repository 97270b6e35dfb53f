package ghl.gateway.form.mapping;

import ghl.gateway.submission.input.ContactInput;
import ghl.gateway.submission.input.ContactPolicy;
import ghl.gateway.submission.input.CustomFieldInput;
import ghl.gateway.submission.input.DndSettingInput;
import ghl.gateway.submission.input.NoteInput;
import ghl.gateway.submission.input.TaskInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A submission being drafted from a definition and answers. {@link DraftSanitizer} removes values that do not fit. */
final class FormDraft {

    ContactPolicy policy;

    /** Contact fields by the component names of {@code ContactInput}. */
    final Map<String, String> fields = new LinkedHashMap<>();

    final List<CustomFieldInput> customFields = new ArrayList<>();
    final List<TaskInput> tasks = new ArrayList<>();
    final List<NoteInput> notes = new ArrayList<>();
    final List<String> tags = new ArrayList<>();
    final List<String> removedTags = new ArrayList<>();
    final List<DndSettingInput> dndSettings = new ArrayList<>();
    boolean dnd;

    ContactInput contact() {
        return new ContactInput(
                field("firstName"),
                field("lastName"),
                field("name"),
                field("email"),
                field("phone"),
                field("companyName"),
                field("address1"),
                field("city"),
                field("state"),
                field("postalCode"),
                field("country"),
                field("website"),
                field("timezone"),
                field("gender"),
                field("source"),
                field("assignedTo"),
                field("dateOfBirth"),
                dnd ? Optional.of(true) : null,
                dndSettings,
                customFields);
    }

    /** Null leaves the field unchanged. */
    private Optional<String> field(String name) {
        String text = fields.get(name);
        return text == null ? null : Optional.of(text);
    }
}
