package ghl.gateway.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Files and directories that only the gateway's own user can access, whatever the umask. File systems without POSIX
 * permissions keep their own rules.
 */
public final class PrivateFiles {

    private static final Logger LOG = Logger.getLogger(PrivateFiles.class);

    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("------rwx");

    /** The gateway's files begin with one of these: the database and its logs, the lock, the sandbox's state, the key. */
    private static final List<String> NAMES = List.of("gateway.", "sandbox.", "master.key");

    private PrivateFiles() {}

    /** Creates a directory and its missing parents. */
    public static void createDirectories(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, permissions(directory, DIRECTORY));
        }
    }

    /** Creates an empty file. Fails like {@link Files#createFile} if it exists. */
    public static void createFile(Path file) throws IOException {
        Files.createFile(file, permissions(file, FILE));
    }

    /** Creates an empty file, unless it exists. */
    public static void createMissingFile(Path file) throws IOException {
        try {
            createFile(file);
        } catch (FileAlreadyExistsException existing) {
            // Its content and permissions stay.
        }
    }

    /**
     * Closes the gateway's files in an existing data directory to other users, and the directory itself unless others use it
     * too: it belongs to another user, such as a mounted volume, or holds other files, such as a home directory.
     */
    public static void narrow(Path directory) {
        if (!isPosix(directory) || !Files.isWritable(directory)) {
            return;
        }
        try {
            UserPrincipal self = self(directory);
            List<Path> entries = entries(directory);
            List<Path> own = entries.stream().filter(PrivateFiles::isOwn).toList();
            List<String> narrowed = new ArrayList<>();
            if (Files.getOwner(directory).equals(self) && own.size() == entries.size()) {
                narrow(directory, DIRECTORY, narrowed);
            } else if (Files.getPosixFilePermissions(directory).stream().anyMatch(OTHERS::contains)) {
                LOG.warnf(
                        "GATEWAY_DATA (%s) is open to everyone, and belongs to another user or holds other files: choose a"
                                + " directory for the gateway alone, or close it with chmod o-rwx",
                        directory);
            }
            for (Path file : own) {
                if (Files.getOwner(file).equals(self)) {
                    narrow(file, FILE, narrowed);
                }
            }
            if (!narrowed.isEmpty()) {
                LOG.infof(
                        "GATEWAY_DATA (%s) was open to other users. Closed: %s",
                        directory, String.join(", ", narrowed));
            }
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warnf("GATEWAY_DATA (%s) may be open to other users: %s", directory, e.getMessage());
        }
    }

    private static void narrow(Path path, Set<PosixFilePermission> to, List<String> narrowed) throws IOException {
        if (!to.containsAll(Files.getPosixFilePermissions(path))) {
            Files.setPosixFilePermissions(path, to);
            narrowed.add(path.toString());
        }
    }

    private static List<Path> entries(Path directory) throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.toList();
        }
    }

    private static boolean isOwn(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && NAMES.stream().anyMatch(file.getFileName().toString()::startsWith);
    }

    /** The user of this process: the owner of what it creates. */
    private static UserPrincipal self(Path directory) throws IOException {
        Path probe = Files.createTempFile(directory, "gateway.", ".owner");
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] permissions(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
