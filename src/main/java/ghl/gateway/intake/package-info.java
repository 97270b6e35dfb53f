/**
 * HTTP intake of forms: {@code POST /forms/{form}}. Authenticates the sender ({@code sender}: webhook signatures; {@code
 * link}: secret addresses; access keys; public pages), extracts the answers, and passes them to {@code form}, which maps and
 * stores them. Does not know the CRM. May import {@code form}, {@code publicform}, {@code submission}, {@code access},
 * {@code http}, {@code log}, {@code problem}, {@code storage}, {@code page} and {@code time}.
 */
package ghl.gateway.intake;
