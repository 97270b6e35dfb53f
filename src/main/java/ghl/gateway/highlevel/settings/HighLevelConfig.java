package ghl.gateway.highlevel.settings;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the CRM is reached. {@link CrmSettings} says which mixtures of the first three make sense. */
@ConfigMapping(prefix = "highlevel")
public interface HighLevelConfig {

    /** Address of the CRM, or {@code sandbox} for the one inside this process. */
    Optional<String> url();

    /** Private integration token of the location. A secret: never logged, never shown. */
    Optional<String> token();

    /** The location (sub-account) that the token belongs to, used where a caller names none. */
    Optional<String> locationId();

    /** Private integration tokens of several locations, by a name that callers may use for the location's id. */
    Map<String, LocationConfig> locations();

    /** One of them. */
    interface LocationConfig {

        Optional<String> id();

        /** A secret: never logged, never shown. */
        Optional<String> token();
    }

    OAuthConfig oauth();

    /** The vendor's app by which operators connect locations; unset: none, but on the sandbox its own. */
    interface OAuthConfig {

        Optional<String> clientId();

        /** A secret: never logged, never shown. */
        Optional<String> clientSecret();

        /** Where the vendor sends browsers back: this gateway's {@code /oauth/callback}, as it is registered there. */
        Optional<String> redirectUri();

        /** The page on which somebody consents. */
        @WithDefault("https://marketplace.gohighlevel.com/v2/oauth/chooselocation")
        String consentUrl();

        /** What is asked for, and must be granted. */
        @WithDefault("contacts.readonly,contacts.write,locations.readonly,locations/customFields.readonly,"
                + "locations/tasks.readonly")
        List<String> scopes();

        /** The public key, Ed25519 in base64, with which the vendor's webhooks are checked. */
        @WithDefault("MCowBQYDK2VwAyEAi2HR1srL4o18O8BRa7gVJY7G7bupbN3H9AwJrHCDiOg=")
        String webhookKey();

        /** How long somebody may take on the consent page. */
        @WithDefault("10m")
        Duration consentTime();

        /** How often is looked for tokens in the middle of their life, and for what other gateways made of those in use. */
        @WithDefault("1m")
        Duration sweep();
    }

    /** Whether no setting at all means the sandbox. The container image says false: there it must be said aloud. */
    @WithDefault("true")
    boolean implicitSandbox();

    /** Sent as the {@code Version} header with every call. */
    @WithDefault("2021-07-28")
    String version();

    /** Calls without a browser-like one have been refused at the vendor's edge (Cloudflare 1010). */
    @WithDefault("Mozilla/5.0 (compatible; ghl-gateway/0.1)")
    String userAgent();

    @WithDefault("3s")
    Duration connectTimeout();

    /** How long one call may take in all, waiting for a connection included. */
    @WithDefault("10s")
    Duration timeout();

    /**
     * Connections to the CRM, at most, for contacts and again for locations. Fewer than calls per second times seconds
     * per call, and calls queue up.
     */
    @WithDefault("100")
    int poolSize();

    CatalogueConfig catalogue();

    /** What changes rarely: the location itself and its custom fields. */
    interface CatalogueConfig {

        /** How long it is believed before it is read again. */
        @WithDefault("5m")
        Duration ttl();
    }

    BudgetConfig budget();

    /** How many calls one location may cost. The CRM's own word can only lower it. */
    interface BudgetConfig {

        /**
         * Calls in any {@code window}. Reads use at most 70 % of them, so that submissions need not wait for reads, and
         * have 5 % however many submissions wait.
         */
        @WithDefault("100")
        int burst();

        @WithDefault("10s")
        Duration window();

        /** Calls in a day. */
        @WithDefault("200000")
        long daily();
    }

    ReadConfig read();

    /** What holds for reads alone. */
    interface ReadConfig {

        /** How long a read waits for its turn; one that would wait longer is refused at once. */
        @WithDefault("15s")
        Duration deadline();

        /** How long the reads of one request may take in all; what is missing then has timed out. */
        @WithDefault("30s")
        Duration timeout();

        /** How often a read is sent again that failed on the way or in the CRM; not one that timed out. */
        @WithDefault("2")
        int retries();
    }

    WriteConfig write();

    /** What holds for the calls of submissions alone. */
    interface WriteConfig {

        /** How long a write waits for its turn, on the worker of its submission. */
        @WithDefault("60s")
        Duration deadline();
    }

    TasksConfig tasks();

    /** How the tasks of many contacts are read. */
    interface TasksConfig {

        /** Whether those that are asked for at the same time are gathered into one search across the location. */
        @WithDefault("auto")
        Gather gather();
    }

    /** When task reads are gathered. */
    enum Gather {
        /** Where it saves calls. */
        AUTO,
        /** Even for one contact. */
        ON,
        /** Never. */
        OFF
    }

    CircuitConfig circuit();

    /** When a location's reads are refused without a call, because the CRM fails them. */
    interface CircuitConfig {

        /** So many calls are looked at; where half of them fail, no more are made. */
        @WithDefault("20")
        int calls();

        /** After this while one call finds out whether the CRM is back. */
        @WithDefault("5s")
        Duration delay();
    }

    CacheConfig cache();

    /** How old an answer to a read may be. What this process writes is visible at once, whatever is set here. */
    interface CacheConfig {

        /** An answer is handed out again for as long; zero keeps none, and only shares what is on its way. */
        @WithDefault("5s")
        Duration ttl();

        /** While the location's calls are spent, answers up to this age are handed out in place of waiting. */
        @WithDefault("60s")
        Duration maxStale();

        /** About what all answers may take together; who has not been asked for longest goes first. */
        @WithDefault("64M")
        MemorySize size();
    }
}
