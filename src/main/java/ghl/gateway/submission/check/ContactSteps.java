package ghl.gateway.submission.check;

import ghl.gateway.contact.draft.ContactDraft;
import ghl.gateway.submission.input.ContactInput;
import ghl.gateway.submission.input.ContactPolicy;
import ghl.gateway.submission.input.SubmitFormInput;
import ghl.gateway.submission.receipt.UserErrorCode;
import ghl.gateway.submission.step.ContactMatch;
import ghl.gateway.submission.step.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Plans the steps that determine the contact: writing it, finding it, or both. */
@ApplicationScoped
class ContactSteps {

    private final ContactCheck contactCheck;
    private final IdentifierCheck identifiers;

    ContactSteps(ContactCheck contactCheck, IdentifierCheck identifiers) {
        this.contactCheck = contactCheck;
        this.identifiers = identifiers;
    }

    /** @param isKnown whether the contact must have an e-mail or phone */
    List<Step> of(SubmitFormInput form, boolean isKnown, LocationFacts facts, Problems problems) {
        ContactMatch match = form.match() == null ? null : identifiers.match(form.match(), facts, problems.at("match"));
        if (form.contact() == null) {
            return attachTo(match, form, problems);
        }
        ContactDraft draft = contactCheck.draft(form.contact(), form.contactPolicy(), facts, problems.at("contact"));
        if (form.contactPolicy() == ContactPolicy.UPDATE_ONLY) {
            return update(match, form.contact(), draft, problems);
        }
        if (match != null) {
            problems.at("match")
                    .add(
                            UserErrorCode.CONFLICT,
                            "is allowed together with contact only for contactPolicy UPDATE_ONLY: leave it out, and the"
                                    + " contact is matched by its own e-mail or phone");
        }
        if (isKnown) {
            requireIdentifier(form.contact(), problems.at("contact"));
        }
        return List.of(
                form.contactPolicy() == ContactPolicy.CREATE_ONLY
                        ? new Step.CreateContact(draft)
                        : new Step.UpsertContact(draft));
    }

    /** Finds the contact and deletes it. */
    List<Step> erasure(SubmitFormInput form, LocationFacts facts, Problems problems) {
        if (form.match() == null) {
            problems.at("match").add(UserErrorCode.REQUIRED, "is required: it names the contact to delete");
            return List.of();
        }
        return List.of(
                new Step.FindContact(identifiers.match(form.match(), facts, problems.at("match"))),
                new Step.DeleteContact(null));
    }

    private static List<Step> attachTo(ContactMatch match, SubmitFormInput form, Problems problems) {
        if (form.contactPolicy() != ContactPolicy.UPSERT) {
            problems.at("contactPolicy").add(UserErrorCode.CONFLICT, "is allowed only together with contact");
        }
        if (match == null) {
            problems.at("match").add(UserErrorCode.REQUIRED, "is required if there is no contact");
            return List.of();
        }
        return List.of(new Step.FindContact(match));
    }

    private static List<Step> update(ContactMatch match, ContactInput contact, ContactDraft draft, Problems problems) {
        if (match == null) {
            requireIdentifier(contact, problems.at("contact"));
        }
        if (draft.changesNothing()) {
            problems.at("contact").add(UserErrorCode.REQUIRED, "changes nothing: set at least one field");
        }
        ContactMatch own = ContactMatch.of(draft);
        ContactMatch whom =
                match != null ? match : own.email() == null ? own : new ContactMatch(null, own.email(), null);
        return List.of(new Step.FindContact(whom), new Step.UpdateContact(draft));
    }

    private static void requireIdentifier(ContactInput contact, Problems problems) {
        if (!Texts.isGiven(contact.email()) && !Texts.isGiven(contact.phone())) {
            problems.add(UserErrorCode.REQUIRED, "must have an email or a phone, by which the CRM identifies contacts");
        }
    }
}
