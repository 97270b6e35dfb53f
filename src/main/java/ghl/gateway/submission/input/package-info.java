/**
 * What a caller may ask of {@code submitForm}, exactly as it came: nothing here is checked yet. An absent (null) field
 * stays untouched in the CRM, an empty {@code Optional} (GraphQL's null) clears it.
 *
 * <p>Records with lists have their canonical constructor written out: SmallRye reads the element's {@code @NonNull} of a
 * compact one as the list's own, which would make the list required.
 */
package ghl.gateway.submission.input;
