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
     * Closes an existing data directory, and the gateway's files in it, to other users. Only warns about a directory of
     * another user, such as a mounted volume.
     */
    public static void narrow(Path directory) {
        if (!isPosix(directory)) {
            return;
        }
        try {
            if (Files.getOwner(directory).equals(self(directory))) {
                narrowOwned(directory);
            } else if (isOpen(directory, OTHERS)) {
                LOG.warnf(
                        "GATEWAY_DATA (%s) belongs to another user and is open to everyone: close it with chmod o-rwx",
                        directory);
            }
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warnf("GATEWAY_DATA (%s) may be open to other users: %s", directory, e.getMessage());
        }
    }

    private static void narrowOwned(Path directory) throws IOException {
        List<String> narrowed = new ArrayList<>();
        if (!DIRECTORY.containsAll(Files.getPosixFilePermissions(directory))) {
            Files.setPosixFilePermissions(directory, DIRECTORY);
            narrowed.add("the directory");
        }
        UserPrincipal owner = Files.getOwner(directory);
        for (Path file : files(directory)) {
            boolean isOpen = !FILE.containsAll(Files.getPosixFilePermissions(file));
            if (isOpen && Files.getOwner(file).equals(owner)) {
                Files.setPosixFilePermissions(file, FILE);
                narrowed.add(file.getFileName().toString());
            }
        }
        if (!narrowed.isEmpty()) {
            LOG.infof("GATEWAY_DATA (%s) was open to other users. Closed: %s", directory, String.join(", ", narrowed));
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> NAMES.stream().anyMatch(file.getFileName().toString()::startsWith))
                    .toList();
        }
    }

    /** The user of this process: the owner of what it creates. */
    private static UserPrincipal self(Path directory) throws IOException {
        Path probe = Files.createTempFile(directory, "owner", null);
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static boolean isOpen(Path path, Set<PosixFilePermission> to) throws IOException {
        return Files.getPosixFilePermissions(path).stream().anyMatch(to::contains);
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
