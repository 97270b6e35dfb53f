package ghl.gateway.form.template;

import java.text.Normalizer;
import java.util.Locale;

/** {@code Roof & Gutter, Zürich} is {@code roof-gutter-zurich}. */
final class Slug {

    private Slug() {}

    static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }
}
