package ghl.gateway.form.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The built-in example forms. They match the sandbox's main location. */
public final class BuiltInForms implements FormSource {

    private static final List<String> NAMES =
            List.of("demo", "erase-me", "lead-capture", "service-request", "unsubscribe");

    @Override
    public List<FormFile> read() throws IOException {
        List<FormFile> files = new ArrayList<>();
        for (String name : NAMES) {
            String path = "forms/" + name + ".yaml";
            try (InputStream file = BuiltInForms.class.getClassLoader().getResourceAsStream(path)) {
                files.add(new FormFile(name, path, new String(file.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        return files;
    }
}
