/** Answers as plain, bounded text, independent of how they were received and of any form's definition. */
package ghl.gateway.form.answer;
