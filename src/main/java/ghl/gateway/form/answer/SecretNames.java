package ghl.gateway.form.answer;

import java.util.regex.Pattern;

/** Recognizes answers by whose names they are secrets: passwords, tokens, and what identifies a person or pays. */
public final class SecretNames {

    /** In many languages. */
    private static final String PASSWORD =
            "passw(or)?[dt]|passphrase|passcode|kennwort|motdepasse|contrase[ñn]a|contrasenya"
                    + "|wachtwoord|lösenord|adgangskode|salasana|jelszó|şifre|пароль|パスワード|暗証番号|密码|密碼|비밀번호"
                    + "|كلمةالمرور|סיסמה|mậtkhẩu";

    /** In names without blanks, besides {@link TokenNames}. */
    private static final Pattern SECRET =
            Pattern.compile(PASSWORD + "|apikey|sess(ion)?id$|authenticity|honeypot|botfield"
                    + "|(token|secret|(?<!an)nonce|(secret|private|access|signing)key)$");

    /** At the end of names of few words, such as {@code Access token}, but not {@code Book token}. */
    private static final Pattern SECRET_IN_WORDS =
            Pattern.compile("(captcha(response)?|" + PASSWORD + "|(api|secret|private)key"
                    + "|(access|api|app|auth|authentication|bearer|client|csrf|id|refresh|security|session|shared|signing"
                    + "|user|verification|webhook)(token|secret))$");

    /** Whole names. A {@code PIN code} is a postal code in India. */
    private static final Pattern PERSONAL_SECRET = Pattern.compile(
            "(your|my)?(pin|clave|senha|hasło|heslo|parola|ssn|sozialversicherungsnummer|socialsecurity(number)?|iban"
                    + "|(credit|debit|bank)?card(number|no|securitycode)|kreditkarten?(nummer)?"
                    + "|cc(number|num|no|csc|cvc|cvv)|(cvc|cvv|csc)2?(code)?)");

    private static final int FEW_WORDS = 3;

    private SecretNames() {}

    public static boolean isSecret(String name) {
        String normalized = AnswerNames.normalize(name);
        String letters = AnswerNames.key(normalized);
        if (PERSONAL_SECRET.matcher(letters).matches()) {
            return true;
        }
        int words = normalized.split(" ").length;
        return words == 1
                ? TokenNames.isToken(normalized) || SECRET.matcher(letters).find()
                : words <= FEW_WORDS && SECRET_IN_WORDS.matcher(letters).find();
    }
}
