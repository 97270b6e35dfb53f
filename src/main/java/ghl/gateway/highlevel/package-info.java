/**
 * The client of the vendor's API. {@link ghl.gateway.highlevel.HighLevel} is the entry point: contact records in and
 * out, {@link ghl.gateway.highlevel.call.UpstreamException} on failure. No other package calls the API or sees its
 * JSON.
 *
 * <p>The packages, from the outside in: {@code read} (sharing, caching, batching, cost of a query), {@code operation}
 * (the vendor's operations), {@code transport} (one call and its answer), {@code wire} (the vendor's JSON). {@code
 * budget}, {@code cache} and {@code circuit} are mechanisms that know neither HTTP nor settings. {@code settings}
 * decides which CRM is called, {@code call} holds what travels with a call, {@code async} is shared by all.
 *
 * <p>The life of a read: {@code SharedReads} answers it from the cache or joins a read in flight. Otherwise a {@code
 * …Calls} class picks the operation, and {@code CrmCaller} gets the location's token, waits for a permit of the {@code
 * RateBudget}, checks the circuit breaker, and sends the request within its timeout. {@code WireMapper} maps the
 * answer, {@code FailureTranslator} a failure. A read is sent again after a 429 ({@code RateLimitedSender}) or a
 * network or server error ({@code ReadRetries}). A write goes the same way without cache and circuit breaker and is
 * sent once: only its submission knows whether a repeat is safe.
 */
package ghl.gateway.highlevel;
