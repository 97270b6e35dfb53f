package ghl.gateway.form.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The {@code .yaml} files of a folder; others, and those of folders in it, are none of ours. */
public record FormFolder(Path folder) implements FormSource {

    private static final Pattern NAME = Pattern.compile("(?<form>[A-Za-z0-9][A-Za-z0-9_-]{0,99})\\.ya?ml");

    /** @throws IOException also for a file whose name is no form's name: nobody shall wonder where it is */
    @Override
    public List<FormFile> read() throws IOException {
        List<FormFile> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path path : found.filter(FormFolder::isYaml).sorted().toList()) {
                files.add(new FormFile(nameOf(path), path.toString(), Files.readString(path)));
            }
        }
        return files;
    }

    private static boolean isYaml(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(path);
    }

    private static String nameOf(Path path) throws IOException {
        Matcher name = NAME.matcher(path.getFileName().toString());
        if (!name.matches()) {
            throw new IOException(path + ": the name of a form is letters, digits, - and _: rename the file");
        }
        return name.group("form");
    }
}
