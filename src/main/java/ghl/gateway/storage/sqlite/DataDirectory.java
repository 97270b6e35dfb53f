package ghl.gateway.storage.sqlite;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * {@code GATEWAY_DATA}, held against every other process for as long as it is open. The operating system lets go of it
 * when the process dies, however it dies.
 */
final class DataDirectory implements AutoCloseable {

    /** Their locks and their flushes hold on one machine only, if at all. */
    private static final Set<String> NETWORK = Set.of("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afs", "ceph");

    private final FileChannel lockFile;

    private DataDirectory(FileChannel lockFile) {
        this.lockFile = lockFile;
    }

    /** @throws ConfigurationException with one sentence that says what is wrong and how to mend it */
    static DataDirectory hold(Path path) {
        return holdIfFree(path)
                .orElseThrow(() -> new ConfigurationException(
                        "GATEWAY_DATA is " + path + ", which is in use by another gateway: give each its"
                                + " own GATEWAY_DATA, or let them share a PostgreSQL with GATEWAY_DB_URL."));
    }

    /**
     * Empty while another process holds it.
     *
     * @throws ConfigurationException with one sentence when it cannot be used by anybody
     */
    static Optional<DataDirectory> holdIfFree(Path path) {
        try {
            Files.createDirectories(path);
            requireLocal(path);
            return locked(path).map(DataDirectory::new);
        } catch (IOException e) {
            throw new ConfigurationException("GATEWAY_DATA is " + path
                    + ", where nothing can be written: let this user write there, or name another directory.");
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            // The end of the process lets go of it.
        }
    }

    private static Optional<FileChannel> locked(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve("gateway.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (isLocked(channel)) {
                return Optional.of(channel);
            }
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static void requireLocal(Path path) throws IOException {
        String type = Files.getFileStore(path).type();
        if (NETWORK.contains(type)) {
            throw new ConfigurationException(
                    "GATEWAY_DATA is " + path + ", which lies on a network file system (" + type
                            + ") where SQLite is not safe: name a directory on this machine, or use PostgreSQL with"
                            + " GATEWAY_DB_URL.");
        }
    }
}
