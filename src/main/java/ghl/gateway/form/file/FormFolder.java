package ghl.gateway.form.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The {@code .yaml} and {@code .yml} files directly in a folder. Ignores other files and subfolders. */
public record FormFolder(Path folder) implements FormSource {

    @Override
    public List<FormFile> read() throws IOException {
        List<FormFile> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path path : found.filter(FormFolder::isYaml).sorted().toList()) {
                files.add(new FormFile(nameOf(path), path.toString(), text(path)));
            }
        }
        return files;
    }

    private static String text(Path path) throws IOException {
        try {
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new IOException(path + " is not UTF-8 text: save it with UTF-8 encoding", e);
        }
    }

    private static boolean isYaml(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(path);
    }

    private static String nameOf(Path path) {
        String name = path.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
