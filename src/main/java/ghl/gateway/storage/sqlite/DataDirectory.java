package ghl.gateway.storage.sqlite;

import ghl.gateway.storage.PrivateFiles;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * An exclusive lock on {@code GATEWAY_DATA}. The operating system releases it when the process ends, even by a crash.
 */
final class DataDirectory implements AutoCloseable {

    /** File systems whose locks and flushes are not reliable across machines. */
    private static final Set<String> NETWORK = Set.of("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afs", "ceph");

    private final FileChannel lockFile;

    private DataDirectory(FileChannel lockFile) {
        this.lockFile = lockFile;
    }

    /** @throws ConfigurationException when another process holds the lock, or the directory is not usable */
    static DataDirectory lock(Path path) {
        return tryLock(path)
                .orElseThrow(() -> new ConfigurationException("GATEWAY_DATA (" + path
                        + ") is in use by another gateway: give each gateway its own directory, or"
                        + " share a PostgreSQL database with GATEWAY_DB_URL."));
    }

    /**
     * Empty while another process holds the lock. Creates missing files, so that SQLite does not create them with the umask's
     * permissions; it gives its logs those of the database.
     *
     * @throws ConfigurationException when the directory is not usable
     */
    static Optional<DataDirectory> tryLock(Path path) {
        try {
            PrivateFiles.createDirectories(path);
            requireLocal(path);
            PrivateFiles.narrow(path);
            Path file = path.resolve("gateway.lock");
            PrivateFiles.createMissingFile(file);
            PrivateFiles.createMissingFile(path.resolve(SqliteDatabase.FILE));
            FileChannel lockFile = FileChannel.open(file, StandardOpenOption.WRITE);
            DataDirectory directory = new DataDirectory(lockFile);
            if (isLocked(lockFile)) {
                return Optional.of(directory);
            }
            directory.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new ConfigurationException("GATEWAY_DATA (" + path
                    + ") is not writable: grant this user write access, or choose another directory.");
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            // The lock is released at the latest when the process ends.
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static void requireLocal(Path path) throws IOException {
        String type = Files.getFileStore(path).type();
        if (NETWORK.contains(type)) {
            throw new ConfigurationException("GATEWAY_DATA (" + path + ") is on a network file system (" + type
                    + "), where SQLite is not safe: choose a local directory, or use PostgreSQL with"
                    + " GATEWAY_DB_URL.");
        }
    }
}
