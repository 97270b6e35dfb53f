package ghl.gateway.sandbox.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ghl.gateway.sandbox.contact.ContactView;
import ghl.gateway.sandbox.http.SandboxJson;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The {@code query} of lists and searches: every word must occur in a name, e-mail, phone or company. */
final class FreeText {

    private FreeText() {}

    static Predicate<ObjectNode> matching(String query) {
        String[] words = query.toLowerCase(Locale.ROOT).trim().split("\\s+");
        return contact -> {
            String text = textOf(contact);
            return Stream.of(words).allMatch(text::contains);
        };
    }

    private static String textOf(ObjectNode contact) {
        return Stream.of(
                        ContactView.fullName(contact),
                        SandboxJson.text(contact, "email"),
                        SandboxJson.text(contact, "phone"),
                        SandboxJson.text(contact, "companyName"))
                .filter(Objects::nonNull)
                .reduce("", (all, part) -> all + "\n" + part.toLowerCase(Locale.ROOT));
    }
}
