package ghl.gateway.form.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The {@code .yaml} and {@code .yml} files directly in a folder. Ignores other files and subfolders. */
public record FormFolder(Path folder) implements FormSource {

    private static final int MAX_BYTES = 1024 * 1024;

    @Override
    public List<FormFile> read() throws IOException {
        List<FormFile> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path path : found.filter(FormFolder::isYaml).sorted().toList()) {
                files.add(file(path));
            }
        }
        return files;
    }

    /** A file that cannot be read is reported, and does not keep the others from being read. */
    private static FormFile file(Path path) {
        try {
            return Files.size(path) > MAX_BYTES
                    ? unreadable(
                            path, "is larger than " + MAX_BYTES + " bytes: a form definition takes a few kilobytes")
                    : new FormFile(nameOf(path), path.toString(), Files.readString(path));
        } catch (CharacterCodingException e) {
            return unreadable(path, "is not UTF-8 text: save it with UTF-8 encoding");
        } catch (NoSuchFileException e) {
            return unreadable(path, "was deleted or renamed while the folder was read");
        } catch (IOException e) {
            return unreadable(path, "cannot be read: grant the gateway's user read access (" + e.getMessage() + ")");
        }
    }

    private static FormFile unreadable(Path path, String trouble) {
        return new FormFile(nameOf(path), path.toString(), "", trouble);
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
