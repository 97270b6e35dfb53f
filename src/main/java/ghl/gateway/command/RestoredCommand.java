package ghl.gateway.command;

import ghl.gateway.storage.OpenDatabase;
import ghl.gateway.submission.journal.HeartbeatStore;
import ghl.gateway.submission.journal.RestoredJournalStore;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Tells the gateway that its database comes from a backup. */
@Command(
        name = "restored",
        description = {
            "Marks the database as restored from a backup. Run it before the gateway starts on it.",
            "Unfinished submissions are then compared with the CRM before they continue."
        },
        mixinStandardHelpOptions = true)
final class RestoredCommand implements Runnable {

    @Override
    public void run() {
        try (OpenDatabase database = Settings.database()) {
            Optional<Instant> lastUse = database.read(HeartbeatStore::lastUse);
            int unfinished = lastUse.isEmpty()
                    ? 0
                    : database.write(transaction -> RestoredJournalStore.mark(transaction, lastUse.get()));
            System.out.println(
                    unfinished == 0
                            ? "Nothing in it is unfinished."
                            : unfinished
                                    + " unfinished submissions will be compared with the CRM. The backup was last in use "
                                    + lastUse.get() + ".");
        }
    }
}
