/** What may be sent: whitelists and value rules, all violations at once, in the words of the vendor's validator. */
package ghl.gateway.sandbox.check;
