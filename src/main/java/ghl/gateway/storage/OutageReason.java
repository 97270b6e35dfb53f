package ghl.gateway.storage;

/** Why the database cannot be used, although the gateway's statements are right. */
public enum OutageReason {
    DISK_FULL("the disk is full", "free space on it"),
    DISK_FAILED("the disk failed or is full", "free space on it, or replace it"),
    NOT_WRITABLE("the file is not writable", "give the gateway's user write access, and mount the disk writable"),
    DAMAGED("the file is damaged", "restore a backup"),
    LOCKED("another process has locked the file", "end that process"),
    NO_ANSWER("PostgreSQL does not answer", "start it, or repair the network"),
    READ_ONLY("PostgreSQL is read-only", "make it writable, or connect to the primary"),
    NO_CONNECTION("PostgreSQL has no free connection", "raise its max_connections, or lower GATEWAY_DB_POOL_SIZE"),
    SERVER_FAILED("PostgreSQL has too few resources or a failed disk", "look into its log"),
    LOGIN_REFUSED("PostgreSQL refuses the gateway's login", "correct the user, the password or the database"),
    UNKNOWN("it fails for a reason that only the log has", "look into the log");

    private final String text;
    private final String remedy;

    OutageReason(String text, String remedy) {
        this.text = text;
        this.remedy = remedy;
    }

    /** Part of a sentence, without values or names of the data. */
    public String text() {
        return text;
    }

    String remedy() {
        return remedy;
    }
}
