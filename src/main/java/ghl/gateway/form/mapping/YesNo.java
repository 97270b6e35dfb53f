package ghl.gateway.form.mapping;

import ghl.gateway.form.answer.AnswerNames;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an answer to a yes-or-no question says. Only what is known to mean yes is a yes. */
enum YesNo {
    YES,
    NO,
    UNCLEAR;

    private static final Pattern APOSTROPHES = Pattern.compile("['\\u2019\\u00B4]");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s.,;!\"]+");

    private static final Set<String> YES_WORDS = words("""
            yes, y, yep, yeah, true, t, on, 1, x, ✓, ✔, ☑, ✅, ok, okay, checked, selected, enabled, sure, of course, yes please,
            agree, agreed, accept, accepted, confirm, confirmed, consent, granted, opt in, opted in, i agree, i accept,
            i consent, i confirm, i do, yes i agree, yes i accept, yes i consent, yes i do,
            ja, ja bitte, ja gerne, ja gern, jawohl, einverstanden, ich stimme zu, ich bin einverstanden, zugestimmt, akzeptiert,
            oui, jaccepte, je suis daccord, daccord, accepté, si, sí, acepto, de acuerdo, estoy de acuerdo, aceptado,
            sì, accetto, acconsento, sono daccordo, sim, aceito, concordo, ja graag, akkoord, ik ga akkoord,
            tak, zgadzam się, wyrażam zgodę, ano, souhlasím, áno, súhlasím, jag godkänner, jeg accepterer, jeg samtykker,
            kyllä, hyväksyn, igen, elfogadom, da, sunt de acord, evet, kabul ediyorum, ναι, да, так, согласен, согласна, はい, 是
            """);

    private static final Set<String> NO_WORDS = words("""
            no, n, nope, nah, false, f, off, 0, none, never, unchecked, not checked, unselected, disabled, no thanks,
            no thank you, not now, decline, declined, disagree, i disagree, refuse, refused, denied, rejected, i do not agree,
            i dont agree, opt out, opted out, null, undefined, n/a, na, -, –, ✗, ✘, ☐, ❌,
            nein, nein danke, nee, ne, nö, kein, keine, keiner, keines, nicht, nie, niemals, nicht einverstanden, ich lehne ab,
            abgelehnt, non, non merci, aucun, aucune, jamais, je refuse, refusé, no gracias, ninguno, nunca, no acepto, rechazo,
            no grazie, nessuno, mai, non accetto, rifiuto, não, nao, não obrigado, não obrigada, nenhum, recuso,
            nee bedankt, geen, nooit, nie dziękuję, nie zgadzam się, ne děkuji, nesouhlasím, nej, nej tack, nej tak, nei,
            nei takk, ingen, ei, ei kiitos, nem, hayır, hayir, όχι, нет, ні, いいえ, 否
            """);

    /** Further words that turn a sentence into its opposite. */
    private static final Set<String> NEGATIONS = words("""
            not, dont, doesnt, wont, cant, cannot, without, nothing, neither, nor, rather, later, maybe, perhaps,
            keinen, keinem, nichts, ohne, vielleicht, später, pas, sans, rien, sin, senza, sem, zonder, niet, bez,
            inte, inga, utan, ikke, uden, uten, ilman, fără, не, без
            """);

    /** What a page sends in a hidden field beside a checkbox, in case that it is not checked. */
    private static final Set<String> HIDDEN_FIELD = Set.of("0", "false", "off");

    /**
     * What all texts of an answer say together.
     *
     * @param own texts that mean yes in this form, for example the label that a checkbox repeats
     */
    static YesNo of(List<String> texts, Collection<String> own) {
        Set<String> keys = texts.stream().map(YesNo::key).collect(Collectors.toSet());
        if (keys.size() > 1) {
            keys.removeAll(HIDDEN_FIELD);
        }
        Set<YesNo> meanings = keys.stream().map(key -> meaning(key, own)).collect(Collectors.toSet());
        if (meanings.isEmpty()) {
            return NO;
        }
        return meanings.size() == 1 ? meanings.iterator().next() : UNCLEAR;
    }

    /** Whether a text is a known word for no. */
    static boolean isNo(String text) {
        return NO_WORDS.contains(key(text));
    }

    static boolean beginsWithNo(String text) {
        return NO_WORDS.contains(key(text).split(" ", 2)[0]);
    }

    /** Whether a word anywhere may turn the text into its opposite. */
    static boolean hasNegation(String text) {
        return Arrays.stream(key(text).split(" "))
                .anyMatch(word -> NEGATIONS.contains(word) || NO_WORDS.contains(word));
    }

    private static YesNo meaning(String key, Collection<String> own) {
        if (YES_WORDS.contains(key)) {
            return YES;
        }
        if (NO_WORDS.contains(key)) {
            return NO;
        }
        return own.stream().map(YesNo::key).anyMatch(key::equals) ? YES : UNCLEAR;
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(",")).map(YesNo::key).collect(Collectors.toUnmodifiableSet());
    }

    private static String key(String text) {
        String letters = APOSTROPHES.matcher(AnswerNames.normalize(text)).replaceAll("");
        return PUNCTUATION.matcher(letters).replaceAll(" ").strip();
    }
}
