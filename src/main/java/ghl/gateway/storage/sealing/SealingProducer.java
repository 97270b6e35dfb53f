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

/** Loads the master key and, before any other access, ensures that it opens every value in the database. */
@ApplicationScoped
class SealingProducer {

    private static final Logger LOG = Logger.getLogger(SealingProducer.class);

    /** Sealed and stored in the database, to recognise the key that belongs to it. */
    private static final byte[] SAMPLE = "sample".getBytes(StandardCharsets.US_ASCII);

    private static final int AFTER_DATABASE = 2;
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

    /** Creates the bean before any transaction begins: an open one would not see the values that are sealed again. */
    void open(@Observes @Priority(AFTER_DATABASE) Router router, Sealing sealing) {}

    @Produces
    @Singleton
    Sealing sealing() {
        MasterKeys keys = keys();
        TinkSealing sealing = new TinkSealing(keys);
        Optional<byte[]> sample = database.read(SealingProducer::sample);
        sample.ifPresent(stored -> check(sealing, stored));
        if (sample.isEmpty() || keys.keys().size() > 1) {
            seal(new Resealing(database, sealing), sealing, sample.isEmpty());
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
            return MasterKeys.parse(keys.get(), "GATEWAY_MASTER_KEY");
        }
        if (file.isPresent()) {
            return MasterKeys.read(file.get());
        }
        if (!keyBesideData.isAllowed()) {
            throw new ConfigurationException(
                    "GATEWAY_MASTER_KEY is missing. It encrypts the tokens and submissions of real locations: "
                            + MasterKeys.HOW_TO_CREATE);
        }
        return MasterKeys.readOrCreate(config.data().resolve("master.key"));
    }

    private static void check(TinkSealing sealing, byte[] sample) {
        try {
            sealing.open(sample, CONTEXT);
        } catch (StorageException wrongKey) {
            throw new ConfigurationException(
                    "The master key does not match this database: set GATEWAY_MASTER_KEY to the key that sealed it. To replace"
                            + " that key, set the new key and the old key, separated by a comma. Gateways on one database"
                            + " share the key; without the setting each has its own in GATEWAY_DATA.");
        }
    }

    /** Replaces the sample last: a key that opens the sample opens every value. */
    private void seal(Resealing resealing, TinkSealing sealing, boolean isFirstKey) {
        long sealed = isFirstKey ? database.write(transaction -> resealing.sealUnencrypted(columns)) : 0;
        long resealed = resealing.reseal(columns);
        byte[] stored = database.write(transaction -> storeSample(transaction, sealing.seal(SAMPLE, CONTEXT)));
        if (sealed + resealed > 0) {
            database.scrub();
            LOG.infof("Sealed %d values with the first master key", sealed + resealed);
        }
        check(sealing, stored);
        reportUnencrypted(resealing);
    }

    private void reportUnencrypted(Resealing resealing) {
        for (SealedColumn column : columns) {
            long unencrypted = resealing.countUnencrypted(column);
            if (unencrypted > 0) {
                LOG.errorf(
                        "%d values of %s.%s are not sealed, although the database is: the gateway did not store them like"
                                + " that, and cannot read them. Find out who writes to the database, then restore or delete"
                                + " these rows",
                        unencrypted, column.table(), column.column());
            }
        }
    }

    private static Optional<byte[]> sample(Transaction transaction) {
        return transaction.first("SELECT sample FROM master_key WHERE id = 1", row -> row.bytes("sample"));
    }

    /** The first of several gateways that start together decides about the key. Later changes require the current key. */
    private static byte[] storeSample(Transaction transaction, byte[] sample) {
        Optional<byte[]> known = sample(transaction);
        if (known.isEmpty()) {
            transaction.update("INSERT INTO master_key (id, sample) VALUES (1, ?) ON CONFLICT (id) DO NOTHING", sample);
        } else {
            transaction.update("UPDATE master_key SET sample = ? WHERE id = 1 AND sample = ?", sample, known.get());
        }
        return sample(transaction).orElseThrow();
    }
}
