package ghl.gateway.highlevel.settings;

import io.quarkus.runtime.configuration.TrimmedStringConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Access to the CRM. {@link CrmSettings} decides which combinations of address and credentials are valid. */
@ConfigMapping(prefix = "highlevel")
public interface HighLevelConfig {

    String CRM_ADDRESS = "sandbox|" + SecureAddress.PATTERN;
    String CRM_ADDRESS_MESSAGE =
            "must be `sandbox` or the address of a CRM, such as https://services.leadconnectorhq.com"
                    + SecureAddress.RULE;

    /**
     * Address of the CRM ({@code https}; {@code http} on this machine only), or {@code sandbox} for the sandbox in this
     * process. Unset: the vendor's address if credentials are set, otherwise the sandbox.
     */
    Optional<
                    @WithConverter(TrimmedStringConverter.class)
                    @Pattern(regexp = CRM_ADDRESS, message = CRM_ADDRESS_MESSAGE) String>
            url();

    /** Private integration token of one location. Secret. Requires {@code HIGHLEVEL_LOCATION_ID}. */
    Optional<@WithConverter(TrimmedStringConverter.class) String> token();

    /**
     * The default location (sub-account), used when a caller names none. The location of {@code HIGHLEVEL_TOKEN} if that
     * is set; otherwise the id or the name of one of the configured locations.
     */
    Optional<@WithConverter(TrimmedStringConverter.class) String> locationId();

    Map<String, LocationConfig> locations();

    /** One of several locations. Callers may use its name, in lower case, as {@code locationId}. */
    interface LocationConfig {

        /**
         * Id of a location. {@code <NAME>} consists of letters and digits; callers may use it, in lower case, as {@code
         * locationId}. Requires the token of the same name. Cannot be combined with {@code HIGHLEVEL_TOKEN}.
         */
        @WithConverter(TrimmedStringConverter.class)
        String id();

        /** Private integration token of that location. Secret. */
        @WithConverter(TrimmedStringConverter.class)
        String token();
    }

    OAuthConfig oauth();

    /** The marketplace app through which operators connect locations. Unset: none; the sandbox always has its own. */
    interface OAuthConfig {

        /**
         * Client id of the marketplace app through which operators connect locations at {@code /oauth/install}. Requires
         * the client secret and the redirect URI.
         */
        Optional<@WithConverter(TrimmedStringConverter.class) String> clientId();

        /** Client secret of the marketplace app. */
        Optional<@WithConverter(TrimmedStringConverter.class) String> clientSecret();

        /** Public address of this gateway's {@code /oauth/callback}, exactly as registered in the marketplace app. */
        Optional<
                        @WithConverter(TrimmedStringConverter.class)
                        @Pattern(
                                regexp = "(?i:https?)://[^/?#\\s@]+(/[^?#\\s]*)?/oauth/callback",
                                message = "must be this gateway's own address as registered in the app, such as"
                                        + " https://gateway.example.com/oauth/callback")
                        String>
                redirectUri();

        /** The vendor's consent page. */
        @WithDefault("https://marketplace.gohighlevel.com/v2/oauth/chooselocation")
        @Pattern(
                regexp = "(?i:https?)://[^/?#\\s@]+(/\\S*)?",
                message = "must be the address of the vendor's consent page, without a user")
        @WithConverter(TrimmedStringConverter.class)
        String consentUrl();

        /**
         * Scopes that are requested and must be granted, separated by commas. Agencies need {@code oauth.readonly} and
         * {@code oauth.write} as well.
         */
        @WithDefault("contacts.readonly,contacts.write,locations.readonly,locations/customFields.readonly,"
                + "locations/tasks.readonly")
        List<String> scopes();

        /** Public key that verifies the vendor's webhooks (Ed25519, Base64). Default: the vendor's key. */
        @WithDefault("MCowBQYDK2VwAyEAi2HR1srL4o18O8BRa7gVJY7G7bupbN3H9AwJrHCDiOg=")
        String webhookKey();

        /** How long a person may take to consent before the link expires. */
        @WithDefault("10m")
        @DurationMin(inclusive = false)
        Duration consentTime();

        /**
         * How often the gateway renews idle tokens that have reached the middle of their lifetime, and picks up tokens
         * that other gateways on the same database have renewed or deleted.
         */
        @WithDefault("1m")
        @DurationMin(seconds = 1)
        Duration sweep();
    }

    /**
     * Whether the gateway uses the sandbox if no CRM is configured. The container image sets {@code false}: it requires
     * {@code HIGHLEVEL_URL=sandbox}.
     */
    @WithDefault("true")
    boolean implicitSandbox();

    /** {@code Version} header of every call. */
    @WithDefault("2021-07-28")
    String version();

    /** {@code User-Agent} header of every call. The vendor's edge refuses some agents (Cloudflare error 1010). */
    @WithDefault("Mozilla/5.0 (compatible; ghl-gateway/0.1)")
    String userAgent();

    /** Time limit for opening a connection to the CRM. */
    @WithDefault("3s")
    @DurationMin(inclusive = false)
    Duration connectTimeout();

    /** Time limit for one call, including the wait for a connection. At most 60s. */
    @WithDefault("10s")
    @DurationMin(inclusive = false)
    @DurationMax(seconds = 60)
    Duration timeout();

    /**
     * Maximum number of connections to the CRM, separately for contacts and for locations. Calls queue if it is lower
     * than calls per second times seconds per call.
     */
    @WithDefault("100")
    @Min(1)
    int poolSize();

    CatalogueConfig catalogue();

    /** Cache of what changes rarely: the location and its custom fields. */
    interface CatalogueConfig {

        /** How long a location and its custom fields are cached. */
        @WithDefault("5m")
        @DurationMin(inclusive = false)
        Duration ttl();
    }

    BudgetConfig budget();

    /** Call limits of one location. The CRM's own rate limit headers can only lower them. */
    interface BudgetConfig {

        /**
         * Calls of one location in any window. Reads use at most 70 % of them, and keep 5 % while submissions wait.
         * Lower limits announced by the CRM take precedence.
         */
        @WithDefault("100")
        @Min(1)
        int burst();

        /** Length of that window. */
        @WithDefault("10s")
        @DurationMin(inclusive = false)
        Duration window();

        /** Calls of one location per day. */
        @WithDefault("200000")
        @Min(1)
        long daily();
    }

    ReadConfig read();

    /** Limits of reads. */
    interface ReadConfig {

        /**
         * How long a read may wait for the rate limit. A read that would have to wait longer fails at once. At most 60s.
         */
        @WithDefault("15s")
        @DurationMin
        @DurationMax(seconds = 60)
        Duration deadline();

        /**
         * Time limit for all reads of one request, including waits. Fields that are missing by then are null and report
         * {@code TIMEOUT}.
         */
        @WithDefault("30s")
        @DurationMin(inclusive = false)
        Duration timeout();

        /** How often a read is retried after a network error or an HTTP 5xx. Reads that timed out are not retried. */
        @WithDefault("2")
        @Min(0)
        int retries();
    }

    WriteConfig write();

    /** Limits of the calls that deliver submissions. */
    interface WriteConfig {

        /** How long a call of a submission may wait for the rate limit. It blocks a delivery thread. At most 60s. */
        @WithDefault("60s")
        @DurationMin
        @DurationMax(seconds = 60)
        Duration deadline();
    }

    TasksConfig tasks();

    /** How the tasks of several contacts are read. */
    interface TasksConfig {

        /**
         * Whether one search across the location replaces a call per contact: {@code auto} (if it saves calls), {@code
         * on} (even for one contact) or {@code off}.
         */
        @WithDefault("auto")
        Gather gather();
    }

    /** When task reads are batched into one search. */
    enum Gather {
        /** If it saves calls. */
        AUTO,
        /** Even for one contact. */
        ON,
        /** Never. */
        OFF
    }

    CircuitConfig circuit();

    /** Circuit breaker for the reads of one location. */
    interface CircuitConfig {

        /**
         * Number of recent reads of a location that the circuit breaker evaluates. If half of them failed, reads fail
         * without a call. Submissions are still delivered.
         */
        @WithDefault("20")
        @Min(1)
        int calls();

        /** How long the circuit stays open before one read probes whether the CRM has recovered. */
        @WithDefault("5s")
        @DurationMin(inclusive = false)
        Duration delay();
    }

    CacheConfig cache();

    /** Cache of reads. The writes of this process invalidate it at once, whatever these settings say. */
    interface CacheConfig {

        /** How long an answer is reused. {@code 0s} only shares calls in progress. */
        @WithDefault("5s")
        @DurationMin
        Duration ttl();

        /** Maximum age of an answer that is reused while the location has no calls left. */
        @WithDefault("60s")
        @DurationMin
        Duration maxStale();

        /** Approximate heap size of all cached answers. The least recently used are evicted first. */
        @WithDefault("64M")
        @WithConverter(BytesConverter.class)
        @Min(1)
        long size();
    }
}
