/**
 * How many calls a location may still make, and who makes the next one. Knows neither HTTP nor the vendor's records: it is
 * told the headers of answers, and hands out turns. {@code Allowance} counts, {@code Line} keeps the order, {@code
 * LocationBudget} lets the first go when it may; nothing polls.
 *
 * <p>Decided here: lines are first come, first served within a kind, and writes go ahead of reads. Which caller a read is
 * for is not known, so one caller with many reads delays the others' by at most what the deadline lets into the line.
 */
package ghl.gateway.highlevel.budget;
