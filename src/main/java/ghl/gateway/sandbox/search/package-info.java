/**
 * Lists and searches. They lag behind writes and have their own row shapes. Source: the vendor's Contacts API, and
 * reports.
 */
package ghl.gateway.sandbox.search;
