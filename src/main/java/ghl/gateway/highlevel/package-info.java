/**
 * Everything that knows the vendor's HTTP. {@link ghl.gateway.highlevel.HighLevel} is the way in: contact records in and
 * out, {@link ghl.gateway.highlevel.UpstreamException} on failure. Nobody else calls the API or sees its JSON, which
 * stays in {@code wire}.
 */
package ghl.gateway.highlevel;
