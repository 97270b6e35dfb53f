/**
 * Spam protection of public forms: rate limits, honeypot, minimum fill time and captcha, and the client's address behind
 * proxies. May import {@code form}'s definitions and answers, and {@code
 * time}.
 */
package ghl.gateway.publicform.guard;
