package ghl.gateway.form.mapping;

import ghl.gateway.form.answer.AnswerNames;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an answer to a yes-or-no question says. Only what is known to mean yes is a yes. */
enum YesNo {
    YES,
    NO,
    UNCLEAR;

    private static final Pattern APOSTROPHES = Pattern.compile("['\\u2019\\u00B4]");
    private static final Pattern MARKS = Pattern.compile("[✓✔☑✅✗✘☐❌]");
    private static final Pattern HYPHENS =
            Pattern.compile("(?<=\\p{L})[-\\u2010\\u2011](?=\\p{L})|(?<=\\S\\s)\\p{Pd}+(?=\\s)");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s.,;:!\"()\\u00A1\\u3001\\u3002\\u060C]+");

    private static final Pattern TICKED = Pattern.compile("[\\[(][\\s\\p{Z}]*[xX✓✔][\\s\\p{Z}]*[\\])]");
    private static final Pattern NOT_TICKED = Pattern.compile("[\\[(][\\s\\p{Z}]*[\\])]");

    /** What machines send alone. Beside other words they are no yes. */
    private static final Set<String> YES_OF_MACHINES =
            words("y, true, t, on, 1, x, checked, selected, enabled, granted");

    private static final Set<String> YES_WORDS = words("""
            ok, yes, yep, yeah, ✓, ✔, ☑, ✅, okay, sure, of course, yes please, yes thanks, yes thank you, gladly, certainly, absolutely,
            agree, agreed, accept, accepted, confirm, confirmed, consent, opt in, opted in, i opt in, i agree, i accept,
            i consent, i confirm, i do, i allow, i approve, approved,
            ja, ja bitte, ja danke, gerne, gern, sehr gerne, jawohl, natürlich, einverstanden, ich stimme zu, ich willige ein,
            ich akzeptiere, ich bestätige, ich bin einverstanden, zugestimmt, akzeptiert,
            oui, oui merci, oui sil vous plaît, volontiers, bien sûr, avec plaisir, jaccepte, jautorise, je consens, je confirme, je suis daccord, daccord,
            accepté, si, sí, sí gracias, sí por favor, claro, acepto, autorizo, consiento, confirmo, estoy de acuerdo, de acuerdo, aceptado,
            sì, sì grazie, certo, volentieri, accetto, acconsento, autorizzo, confermo, sono daccordo,
            sim, sim obrigado, sim obrigada, aceito, concordo, com certeza, graag, ja graag, akkoord, ik ga akkoord, ik ga ermee akkoord, ik stem toe,
            tak, tak proszę, oczywiście, zgadzam się, wyrażam zgodę, akceptuję, ano, souhlasím, přijímám, áno, súhlasím,
            ja tack, jag godkänner, jag samtycker, jag accepterar, ja tak, ja takk, jeg accepterer, jeg aksepterer,
            jeg godkender, jeg godtar, jeg samtykker, kyllä, hyväksyn, suostun,
            igen, elfogadom, egyetértek, hozzájárulok, beleegyezem, da, sunt de acord, slažem se, prihvaćam,
            evet, kabul ediyorum, onaylıyorum, ναι, συμφωνώ, αποδέχομαι, да, согласен, согласна, я согласен, я согласна,
            принимаю, так, погоджуюсь, погоджуюся, згоден, згодна, я згоден, я згодна, съгласен съм, съгласна съм,
            はい, 同意, 同意する, 同意します, 承諾します, 是, 是的, 好, 好的, 我同意, 接受, 네, 예, 동의, 동의함, 동의합니다,
            نعم, موافق, موافقة, أوافق, כן, מסכים, מסכימה, אני מסכים, אני מסכימה, मैं सहमत हूँ, सहमत, हाँ, हां, जी हाँ,
            ใช่, ยอมรับ, có, đồng ý, tôi đồng ý, ya, setuju, saya setuju
            """);

    private static final Set<String> NO_WORDS = words("""
            no, n, nope, nah, false, f, off, 0, none, never, unchecked, not checked, unselected, disabled, no thanks,
            no thank you, not now, decline, declined, disagree, i disagree, refuse, refused, denied, rejected, i do not agree,
            i dont agree, opt out, opted out, null, undefined, n/a, na, -, –, ✗, ✘, ☐, ❌,
            nein, nein danke, nee, ne, nö, kein, keine, keiner, keines, nicht, nie, niemals, nicht einverstanden, ich lehne ab,
            abgelehnt, non, non merci, aucun, aucune, jamais, je refuse, refusé, no gracias, ninguno, nunca, no acepto, rechazo,
            no grazie, nessuno, mai, non accetto, rifiuto, não, nao, não obrigado, não obrigada, nenhum, recuso,
            nee bedankt, geen, nooit, nie dziękuję, nie zgadzam się, ne děkuji, nesouhlasím, nej, nej tack, nej tak, nei,
            nei takk, ingen, ei, ei kiitos, nem, hayır, hayir, όχι, нет, ні, いいえ, 否, 不, 不同意, 아니요, 아니오, لا, לא,
            नहीं, ไม่, không, tidak
            """);

    /** Further words that turn a sentence into its opposite. */
    private static final Set<String> NEGATIONS = words("""
            not, dont, doesnt, wont, cant, cannot, without, nothing, nobody, neither, nor, rather, later, maybe, perhaps, stop,
            out, unsubscribe, withdraw, withdrawn, revoke,
            keinen, keinem, keinerlei, nichts, niemand, ohne, lieber, vielleicht, später, pas, sans, rien, sin, nada, senza, sem,
            zonder, niet, bez, inte, inga, utan, ikke, uden, uten, ilman, fără, не, без
            """);

    /** Words that limit what a yes is said to. */
    private static final Set<String> LIMITS = words("""
            but, only, unless, except, until, aber, nur, außer, mais, seulement, sauf, pero, solo, sólo, salvo, ma, mas, maar, alleen
            """);

    /** Longer than any label or consent with a few words before it. */
    private static final int LONGEST = 4_000;

    /** What a page sends in a hidden field beside a checkbox, in case that it is not checked. */
    private static final Set<String> HIDDEN_FIELD = Set.of("0", "false", "off");

    /**
     * What all texts under one name say together. A text says yes if it is a known yes, one of the form's own texts, or a few of
     * these one after the other.
     *
     * @param own texts that mean yes in this form, for example the label that a checkbox repeats
     */
    static YesNo of(List<String> texts, Collection<String> own) {
        Set<String> keys = texts.stream().map(YesNo::key).collect(Collectors.toSet());
        if (keys.size() > 1) {
            keys.removeAll(HIDDEN_FIELD);
        }
        Set<String> known = own.stream().map(YesNo::key).collect(Collectors.toSet());
        return together(keys.stream().map(key -> meaning(key, known)));
    }

    /** No, without any; unclear if they differ. */
    static YesNo together(Stream<YesNo> meanings) {
        return meanings.reduce((one, other) -> one == other ? one : UNCLEAR).orElse(NO);
    }

    /** Whether a text is a known word for no. */
    static boolean isNo(String text) {
        return NO_WORDS.contains(key(text));
    }

    static boolean beginsWithNo(String text) {
        return NO_WORDS.contains(key(text).split(" ", 2)[0]);
    }

    /** Whether a text begins with a known yes and says nothing against it. */
    static boolean beginsWithYes(String text) {
        String key = key(text);
        return YES_WORDS.stream().anyMatch(word -> isAt(key, 0, word))
                && !hasNegation(text)
                && Arrays.stream(key.split(" ")).noneMatch(LIMITS::contains);
    }

    /** Whether a word anywhere may turn the text into its opposite. */
    static boolean hasNegation(String text) {
        return Arrays.stream(key(text).split(" "))
                .anyMatch(word -> NEGATIONS.contains(word) || NO_WORDS.contains(word));
    }

    private static YesNo meaning(String key, Set<String> own) {
        if (NO_WORDS.contains(key)) {
            return NO;
        }
        boolean isYes =
                YES_OF_MACHINES.contains(key) || own.contains(key) || key.length() <= LONGEST && consistsOf(own, key);
        return isYes ? YES : UNCLEAR;
    }

    /** Whether a text is nothing but known words for yes and the form's own texts, such as {@code yes} and a checkbox's label. */
    private static boolean consistsOf(Set<String> own, String key) {
        int at = 0;
        while (at < key.length()) {
            int start = at;
            OptionalInt longest = Stream.concat(YES_WORDS.stream(), own.stream())
                    .filter(words -> isAt(key, start, words))
                    .mapToInt(String::length)
                    .max();
            if (longest.isEmpty()) {
                return false;
            }
            at = start + longest.getAsInt() + 1;
        }
        return at > 0;
    }

    private static boolean isAt(String key, int start, String words) {
        int end = start + words.length();
        return !words.isEmpty() && key.startsWith(words, start) && (end == key.length() || key.charAt(end) == ' ');
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(",")).map(YesNo::key).collect(Collectors.toUnmodifiableSet());
    }

    private static String key(String text) {
        String ticks = NOT_TICKED.matcher(TICKED.matcher(text).replaceAll("☑")).replaceAll("☐");
        String letters = APOSTROPHES.matcher(AnswerNames.normalize(ticks)).replaceAll("");
        letters = MARKS.matcher(letters).replaceAll(" $0 ");
        letters = HYPHENS.matcher(letters).replaceAll(" ");
        return PUNCTUATION.matcher(letters).replaceAll(" ").strip();
    }
}
