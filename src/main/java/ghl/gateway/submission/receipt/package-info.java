/** What became of a submission, as callers see it: records and enums, no behaviour. */
package ghl.gateway.submission.receipt;
