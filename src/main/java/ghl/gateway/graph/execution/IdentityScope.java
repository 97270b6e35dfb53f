package ghl.gateway.graph.execution;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.concurrent.Callable;

/**
 * Sets the caller that Quarkus security sees while a resolver runs. Each call activates a new request context, because
 * the thread may just have worked for another caller who waited for the same read. The context is not destroyed: what
 * the resolver does later (on subscription, or when a response arrives) still uses it, and it holds nothing but the
 * caller.
 */
final class IdentityScope {

    private IdentityScope() {}

    static <T> T callAs(SecurityIdentity identity, Callable<T> work) throws Exception {
        ManagedContext requestContext = Arc.container().requestContext();
        ContextState previous = requestContext.getStateIfActive();
        requestContext.activate();
        try {
            Arc.container().instance(CurrentIdentityAssociation.class).get().setIdentity(identity);
            return work.call();
        } finally {
            requestContext.deactivate();
            if (previous != null) {
                requestContext.activate(previous);
            }
        }
    }
}
