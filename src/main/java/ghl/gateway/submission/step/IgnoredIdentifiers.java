package ghl.gateway.submission.step;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.MatchType;
import ghl.gateway.contact.Contact;
import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.submission.receipt.Warning;
import java.util.ArrayList;
import java.util.List;

/**
 * Detects that the CRM stored another e-mail or phone than it was sent. If one contact has the e-mail and another the phone,
 * an upsert updates the first match and silently drops the other identifier (Contacts API, upsert-contact).
 */
final class IgnoredIdentifiers {

    private IgnoredIdentifiers() {}

    static List<Warning> warnings(ContactDraft sent, Contact stored) {
        ContactMatch identifiers = ContactMatch.of(sent);
        List<Warning> warnings = new ArrayList<>();
        if (identifiers.email() != null && !identifiers.email().equalsIgnoreCase(stored.email())) {
            warnings.add(warning("e-mail address", "email"));
        }
        if (identifiers.phone() != null && !isSamePhone(identifiers.phone(), stored.phone())) {
            warnings.add(warning("phone number", "phone"));
        }
        return warnings;
    }

    private static boolean isSamePhone(String sent, String stored) {
        if (stored == null) {
            return false;
        }
        MatchType match = PhoneNumberUtil.getInstance().isNumberMatch(sent, stored);
        return match == MatchType.EXACT_MATCH || match == MatchType.NSN_MATCH;
    }

    private static Warning warning(String identifier, String field) {
        return new Warning(
                "IDENTIFIER_IGNORED",
                "The CRM ignored the " + identifier + " (" + field
                        + "). It probably belongs to another contact of the location");
    }
}
