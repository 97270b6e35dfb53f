/**
 * What connections and request bodies may cost, on every route: time, memory and number. Routes read bodies through {@link
 * ghl.gateway.http.BodyReader} only. May import {@code problem} and {@code time}.
 */
package ghl.gateway.http;
