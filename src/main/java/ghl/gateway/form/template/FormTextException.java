package ghl.gateway.form.template;

/** An invalid template; the message says why and how to fix it. */
public final class FormTextException extends Exception {

    FormTextException(String message) {
        super(message, null, false, false);
    }
}
