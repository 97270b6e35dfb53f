package ghl.gateway.submission.step;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.MatchType;
import ghl.gateway.contact.Contact;
import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.submission.receipt.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells when the CRM kept another e-mail or phone than it was sent. Where one contact has the e-mail and another the
 * phone, its upsert takes the first match and drops the other identifier without a word (Contacts API, upsert-contact).
 */
final class IgnoredIdentifiers {

    private IgnoredIdentifiers() {}

    static List<Warning> warnings(ContactDraft sent, Contact kept) {
        List<Warning> warnings = new ArrayList<>();
        if (isGiven(sent.email()) && !sent.email().get().equalsIgnoreCase(kept.email())) {
            warnings.add(warning("e-mail address", "email"));
        }
        if (isGiven(sent.phone()) && !isSamePhone(sent.phone().get(), kept.phone())) {
            warnings.add(warning("phone number", "phone"));
        }
        return warnings;
    }

    private static boolean isGiven(Optional<String> identifier) {
        return identifier != null && identifier.isPresent();
    }

    private static boolean isSamePhone(String sent, String kept) {
        if (kept == null) {
            return false;
        }
        MatchType match = PhoneNumberUtil.getInstance().isNumberMatch(sent, kept);
        return match == MatchType.EXACT_MATCH || match == MatchType.NSN_MATCH;
    }

    private static Warning warning(String identifier, String field) {
        return new Warning(
                "IDENTIFIER_IGNORED",
                "The CRM did not take the " + identifier + " (" + field
                        + "): it probably belongs to another contact of the location");
    }
}
