package ghl.gateway.storage;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh database with a sample table for every test. */
public abstract class DatabaseUnderTest {

    protected static final String INSERT = "INSERT INTO sample (name) VALUES (?)";

    public OpenDatabase database;

    /** Opens an empty database. */
    protected abstract OpenDatabase open();

    protected abstract String binaryType();

    @BeforeEach
    void openDatabase() {
        database = open();
        run("CREATE TABLE sample (name VARCHAR(100) PRIMARY KEY, count INTEGER, size BIGINT, is_open SMALLINT,"
                + " due BIGINT, body " + binaryType() + ", colour VARCHAR(20))");
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    public void insert(String name) {
        database.write(transaction -> transaction.update(INSERT, name));
    }

    public List<String> names() {
        return database.read(
                transaction -> transaction.list("SELECT name FROM sample ORDER BY name", row -> row.text("name")));
    }

    protected void run(String sql) {
        database.write(transaction -> transaction.update(sql));
    }
}
