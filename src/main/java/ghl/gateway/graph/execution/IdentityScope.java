package ghl.gateway.graph.execution;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.concurrent.Callable;

/**
 * Lets Quarkus' security see for whom a resolver works. It is told anew for each: the thread may just have been working for
 * another caller, one who waited for the same read. What the resolver does later, when it is subscribed to or has got its
 * answer, is done in the context that it began in; so that is left alone and not destroyed, for it holds nothing but the
 * caller.
 */
final class IdentityScope {

    private IdentityScope() {}

    static <T> T of(SecurityIdentity identity, Callable<T> work) throws Exception {
        ManagedContext requests = Arc.container().requestContext();
        ContextState others = requests.getStateIfActive();
        requests.activate();
        try {
            Arc.container().instance(CurrentIdentityAssociation.class).get().setIdentity(identity);
            return work.call();
        } finally {
            requests.deactivate();
            if (others != null) {
                requests.activate(others);
            }
        }
    }
}
