package ghl.gateway.sandbox.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.check.SandboxDates;
import ghl.gateway.sandbox.http.SandboxJson;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A contact in the answers of the single-contact operations, without unset fields. Source: GetContectByIdSchema. */
public final class ContactView {

    private ContactView() {}

    public static ObjectNode of(ObjectNode contact) {
        ObjectNode view = contact.deepCopy();
        view.remove("businessName");
        String name = fullName(contact);
        SandboxJson.putText(view, "name", name);
        putLowerCase(view, "fullNameLowerCase", name);
        putLowerCase(view, "firstNameLowerCase", SandboxJson.text(contact, "firstName"));
        putLowerCase(view, "lastNameLowerCase", SandboxJson.text(contact, "lastName"));
        putLowerCase(view, "emailLowerCase", SandboxJson.text(contact, "email"));
        return view;
    }

    /** The answer of create-contact: the date of birth as an instant, with its parts. Source: CreateContactSchema. */
    static ObjectNode created(ObjectNode contact) {
        ObjectNode view = of(contact).put("deleted", false);
        String birth = SandboxJson.text(contact, "dateOfBirth");
        if (birth != null) {
            LocalDate day = LocalDate.parse(birth);
            view.put(
                    "dateOfBirth",
                    SandboxDates.iso(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
            view.put("birthMonth", day.getMonthValue()).put("birthDay", day.getDayOfMonth());
        }
        return view;
    }

    /** First and last name; null when both are missing. */
    public static String fullName(ObjectNode contact) {
        String name = Stream.of(SandboxJson.text(contact, "firstName"), SandboxJson.text(contact, "lastName"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }

    /** Sets a text field in lower case, unless the text is null. */
    public static void putLowerCase(ObjectNode view, String field, String text) {
        SandboxJson.putText(view, field, text == null ? null : text.toLowerCase(Locale.ROOT));
    }
}
