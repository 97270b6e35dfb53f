/** Status of a submission as shown to callers. Records and enums without behaviour; they double as GraphQL types. */
package ghl.gateway.submission.receipt;
