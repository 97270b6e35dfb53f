package ghl.gateway.intake.body;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the parts of a multipart form. */
final class MultipartForm implements MultipartSplitter.Parts {

    private static final int START = 2048;

    private final List<Part> parts = new ArrayList<>();
    private boolean isComplete;

    private MultipartForm() {}

    private record Part(PartHeaders headers, ByteArrayOutputStream content) {

        boolean isFile() {
            return headers.isFile();
        }

        /** The value of a file is its name. */
        FormField field(Charset charset) {
            String value = isFile()
                    ? headers.fileName(charset)
                    : BodyText.decodePart(
                            headers.decode(content.toByteArray()),
                            headers.charset().orElse(charset));
            return new FormField(headers.name(charset), value);
        }
    }

    /** Whether a text begins like a multipart form, however it is labelled. */
    static boolean isMultipart(String text) {
        String start = text.stripLeading();
        return start.startsWith("--")
                && start.substring(0, Math.min(start.length(), START))
                        .toLowerCase(Locale.ROOT)
                        .contains("content-disposition:");
    }

    /**
     * @param boundary the header's; null without one
     * @param declared the header's charset; null without one
     */
    static BodyContent read(byte[] bytes, String boundary, Charset declared) {
        MultipartForm form = new MultipartForm();
        MultipartSplitter splitter = new MultipartSplitter(boundary, form);
        splitter.add(bytes);
        splitter.end();
        if (form.parts.isEmpty() && !form.isComplete) {
            throw MalformedBodyException.malformed(
                    "The body is not valid multipart/form-data: it must begin with the boundary given in Content-Type");
        }
        return form.content(declared);
    }

    /** Skips file inputs without a chosen file. */
    private BodyContent content(Charset declared) {
        Charset charset = FormFields.charset(declared, parts.stream().map(part -> part.field(null)));
        List<FormField> fields = new ArrayList<>();
        List<String> files = new ArrayList<>();
        for (Part part : parts) {
            FormField field = part.field(charset);
            boolean isNothing =
                    field.value().isBlank() && (part.isFile() || field.name().isEmpty());
            if (!isNothing) {
                fields.add(field);
            }
            if (!isNothing && part.isFile()) {
                files.add(field.value());
            }
        }
        return new BodyContent(FormFields.tree(fields), false, files);
    }

    @Override
    public void part(String headers) {
        if (headers.length() > MultipartSplitter.MAX_HEADERS) {
            throw MalformedBodyException.malformed(
                    "The headers of a part of the form are longer than " + MultipartSplitter.MAX_HEADERS + " bytes");
        }
        parts.add(new Part(PartHeaders.parse(headers), new ByteArrayOutputStream()));
        FormFields.checkNumber(parts.size());
    }

    @Override
    public void content(byte[] bytes, int length) {
        Part part = parts.get(parts.size() - 1);
        if (!part.isFile()) {
            part.content.write(bytes, 0, length);
        }
    }

    @Override
    public void last() {
        isComplete = true;
    }
}
