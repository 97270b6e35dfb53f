/** The steps of a submission: what each does, and what came of it. One call to the CRM per step. */
package ghl.gateway.submission.step;
