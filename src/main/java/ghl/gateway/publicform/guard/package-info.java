/**
 * What keeps machines out of forms that anybody may send: rates, an answer that people leave empty, the time people need, a
 * captcha. May import {@code form}'s definitions.
 */
package ghl.gateway.publicform.guard;
