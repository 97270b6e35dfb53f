package ghl.gateway.form.template;

/** Where a form's location is, for what is written nationally. */
@FunctionalInterface
public interface Country {

    /** Two capital letters; null when the CRM does not say. May block and cost a call. */
    String code();
}
