package ghl.gateway.submission.check;

import ghl.gateway.submission.input.ConsentInput;
import ghl.gateway.submission.input.ContactInput;
import ghl.gateway.submission.input.ContactPolicy;
import ghl.gateway.submission.input.DndSettingInput;
import ghl.gateway.submission.input.NoteInput;
import ghl.gateway.submission.input.SubmissionContextInput;
import ghl.gateway.submission.input.SubmitFormInput;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a form's context and consent into its input. The context becomes lines of the first note, and the contact's source
 * unless one is set. The consent becomes a line with its time and ends do-not-disturb on its channels.
 */
final class ContextAndConsent {

    private ContextAndConsent() {}

    /** The input with context and consent written out. A consent without a text is reported. */
    static SubmitFormInput applied(SubmitFormInput form, LocationFacts facts, Instant now, Problems problems) {
        List<String> lines = new ArrayList<>(lines(form.context()));
        if (form.consent() != null) {
            Texts.required(form.consent().text(), Texts.CONSENT, problems.at("consent", "text"));
            lines.add(line(form.consent(), facts, now));
        }
        return lines.isEmpty()
                ? form
                : withConsent(withSource(form)).withNotes(withLines(form.notes(), String.join("\n", lines)));
    }

    private static List<String> lines(SubmissionContextInput context) {
        if (context == null) {
            return List.of();
        }
        String campaign = Stream.of(context.utmSource(), context.utmMedium(), context.utmCampaign())
                .filter(ContextAndConsent::isPresent)
                .map(ContextAndConsent::oneLine)
                .collect(Collectors.joining(" / "));
        return Stream.of(
                        line("Page", context.pageUrl()),
                        line("Page title", context.pageTitle()),
                        line("Came from", context.referrer()),
                        line("Campaign", campaign))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String line(String label, String text) {
        return isPresent(text) ? label + ": " + oneLine(text) : null;
    }

    private static String line(ConsentInput consent, LocationFacts facts, Instant now) {
        String time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.atZone(facts.timezone()));
        String channels = consent.channels().isEmpty()
                ? ""
                : " (" + consent.channels().stream().distinct().map(Enum::name).collect(Collectors.joining(", ")) + ")";
        return "Agreed on " + time + channels + ": " + oneLine(String.valueOf(consent.text()));
    }

    /**
     * Shortens the text: an overlong URL must not make a form fail. Line separators of any kind become spaces: a line of
     * the note is either the page's or the consent's.
     */
    private static String oneLine(String text) {
        return Texts.cut(text.replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip(), Texts.CONSENT);
    }

    private static boolean isPresent(String text) {
        return text != null && !text.isBlank();
    }

    private static List<NoteInput> withLines(List<NoteInput> notes, String lines) {
        if (notes.isEmpty()) {
            return List.of(new NoteInput(lines, null, null, null, null));
        }
        NoteInput first = notes.get(0);
        List<NoteInput> all = new ArrayList<>(notes);
        all.set(
                0,
                new NoteInput(
                        isPresent(first.body()) ? first.body() + "\n\n" + lines : first.body(),
                        first.title(),
                        first.color(),
                        first.pinned(),
                        first.userId()));
        return all;
    }

    /** Updates keep the source, which says how the contact was acquired. */
    private static SubmitFormInput withSource(SubmitFormInput form) {
        ContactInput contact = form.contact();
        boolean isOpen =
                contact != null && contact.source() == null && form.contactPolicy() != ContactPolicy.UPDATE_ONLY;
        Optional<String> source = isOpen && form.context() != null ? source(form.context()) : Optional.empty();
        return source.isEmpty() ? form : form.withContact(contact.withSource(source));
    }

    private static Optional<String> source(SubmissionContextInput context) {
        return Stream.of(Optional.ofNullable(context.utmSource()), host(context.referrer()), host(context.pageUrl()))
                .flatMap(Optional::stream)
                .filter(ContextAndConsent::isPresent)
                .map(ContextAndConsent::oneLine)
                .map(source -> Texts.cut(source, Texts.LINE))
                .findFirst();
    }

    private static Optional<String> host(String address) {
        try {
            return address == null
                    ? Optional.empty()
                    : Optional.ofNullable(URI.create(address.strip()).getHost());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static SubmitFormInput withConsent(SubmitFormInput form) {
        if (form.consent() == null || form.consent().channels().isEmpty()) {
            return form;
        }
        List<DndSettingInput> ended = form.consent().channels().stream()
                .distinct()
                .map(channel -> new DndSettingInput(channel, false))
                .toList();
        return form.contact() == null
                ? form.withContact(ContactInput.EMPTY.withDndSettings(ended))
                        .withContactPolicy(ContactPolicy.UPDATE_ONLY)
                : form.withContact(form.contact()
                        .withDndSettings(Stream.concat(form.contact().dndSettings().stream(), ended.stream())
                                .toList()));
    }
}
