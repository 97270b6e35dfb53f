/** Lists and searches: they see the state as it was a moment ago, and give their own shapes of row. Source: FACTS 5.3, 5.4. */
package ghl.gateway.sandbox.search;
