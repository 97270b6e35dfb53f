package ghl.gateway.storage.sealing;

import ghl.gateway.storage.Database;
import ghl.gateway.storage.Sealing;
import ghl.gateway.storage.StorageException;
import ghl.gateway.storage.Transaction;
import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Finds the master key, and sees to it that everything in the database opens with it before anybody asks. */
@ApplicationScoped
class SealingProducer {

    private static final Logger LOG = Logger.getLogger(SealingProducer.class);

    /** Kept in the database to tell whether a key is the one that seals there. */
    private static final byte[] SAMPLE = "sample".getBytes(StandardCharsets.US_ASCII);

    private static final int AFTER_THE_DATABASE = 2;
    private static final String CONTEXT = "master_key/sample";

    private final MasterKeyConfig config;
    private final KeyBesideData keyBesideData;
    private final Database database;
    private final List<SealedColumn> columns;

    SealingProducer(
            MasterKeyConfig config, KeyBesideData keyBesideData, Database database, @All List<SealedColumn> columns) {
        this.config = config;
        this.keyBesideData = keyBesideData;
        this.database = database;
        this.columns = columns;
    }

    /** Before anybody is in a transaction that would not see what is done here. */
    void begin(@Observes @Priority(AFTER_THE_DATABASE) Router beforeAllRoutes, Sealing sealing) {}

    @Produces
    @Singleton
    Sealing sealing() {
        MasterKeys keys = keys();
        TinkSealing sealing = new TinkSealing(keys);
        Optional<byte[]> sample = sample();
        sample.ifPresent(kept -> check(sealing, kept));
        if (sample.isEmpty() || keys.keys().size() > 1) {
            seal(sealing);
        }
        return sealing;
    }

    private MasterKeys keys() {
        Optional<String> keys = config.keys().filter(text -> !text.isBlank());
        Optional<Path> file = config.file().filter(path -> !path.toString().isBlank());
        if (keys.isPresent() && file.isPresent()) {
            throw new ConfigurationException(
                    "GATEWAY_MASTER_KEY and GATEWAY_MASTER_KEY_FILE are both set: unset one of them.");
        }
        if (keys.isPresent()) {
            return MasterKeys.of(keys.get(), "GATEWAY_MASTER_KEY");
        }
        if (file.isPresent()) {
            return KeyFile.read(file.get());
        }
        if (!keyBesideData.isEnough()) {
            throw new ConfigurationException("GATEWAY_MASTER_KEY is missing, without which tokens and submissions of a"
                    + " real location are not kept: " + MasterKeys.HOW_TO_MAKE_ONE);
        }
        return KeyFile.readOrMake(config.data().resolve("master.key"));
    }

    private static void check(TinkSealing sealing, byte[] sample) {
        try {
            sealing.open(sample, CONTEXT);
        } catch (StorageException otherKey) {
            throw new ConfigurationException(
                    "The master key is not the one that this database was sealed with: set that"
                            + " one as GATEWAY_MASTER_KEY (gateways on one database share it; without any setting each has its"
                            + " own in GATEWAY_DATA), or add it after a comma behind the new one, which then takes its place.");
        }
    }

    /** First what there is, then the sample: whoever can open that can open all. */
    private void seal(TinkSealing sealing) {
        long resealed = new Resealing(database, sealing).run(columns);
        byte[] kept = database.write(transaction -> keep(transaction, sealing.seal(SAMPLE, CONTEXT)));
        if (resealed > 0) {
            LOG.infof("Sealed with the first master key what was sealed otherwise: %d values", resealed);
        }
        check(sealing, kept);
    }

    private Optional<byte[]> sample() {
        return database.read(SealingProducer::sample);
    }

    private static Optional<byte[]> sample(Transaction transaction) {
        return transaction.first("SELECT sample FROM master_key WHERE id = 1", row -> row.bytes("sample"));
    }

    /** The first of several gateways that start together says which key it is; only who knows that one may change it. */
    private static byte[] keep(Transaction transaction, byte[] sample) {
        Optional<byte[]> known = sample(transaction);
        if (known.isEmpty()) {
            transaction.update("INSERT INTO master_key (id, sample) VALUES (1, ?) ON CONFLICT (id) DO NOTHING", sample);
        } else {
            transaction.update("UPDATE master_key SET sample = ? WHERE id = 1 AND sample = ?", sample, known.get());
        }
        return sample(transaction).orElseThrow();
    }
}
