/**
 * The sandbox: a stand-in for the vendor's REST API inside this process, so that everything works without an account. It
 * keeps state, has the vendor's limits, lags and quirks, and can be broken on purpose.
 *
 * <p>Owns {@code /sandbox}, {@code /sandbox/_control} and the file {@code sandbox.db} in the data directory. Imports
 * nothing else of the gateway, and nothing of the gateway imports it. Clients reach it over HTTP only. It shares no class
 * with the CRM client: the same misreading on both sides would keep tests green. Written from the vendor's OpenAPI
 * documents and the collected facts about the live service ("reported" in the Javadoc).
 *
 * <p>Decided here, where both leave a question open:
 *
 * <ul>
 *   <li>429 has no Retry-After; refused requests do not count; the day ends at midnight UTC.
 *   <li>A missing task or note is 404 ("Task not found"), or 400 with missingStatus.
 *   <li>Upsert answers 200 for new and existing contacts; without e-mail and phone it is 422.
 *   <li>The oldest of several matching contacts wins; additional e-mails and phones count as matches.
 *   <li>Where duplicates are not allowed, PUT refuses an e-mail or phone of another contact, as create does.
 *   <li>null and empty text clear a field (null only where the schema is nullable, empty text never for an e-mail);
 *       {@code tags: []} removes all tags.
 *   <li>E-mails keep their case; phones become E.164, national ones by the location's country.
 *   <li>A name alone is split into first and last name after its first word.
 *   <li>Lists and searches give names in lower case; lowerCaseNames=false keeps the case.
 *   <li>Bodies of notes and tasks are returned as sent, or as HTML with htmlBodies.
 *   <li>Tags are compared in lower case and have no limit of length or number.
 *   <li>Deleting a contact deletes its tasks, notes and appointments; repeated creates are not detected.
 *   <li>The version header is checked before the token, the token before the location.
 *   <li>After a restart, searches see the present state, and quotas, counters and faults start anew.
 * </ul>
 */
package ghl.gateway.sandbox;
