package ghl.gateway.form.template;

/** A template that cannot work; the message says why and how to mend it. */
public final class FormTextException extends Exception {

    FormTextException(String message) {
        super(message, null, false, false);
    }
}
