package ghl.gateway.graph.execution;

import graphql.schema.DataFetchingEnvironment;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.dataloader.BatchLoaderEnvironment;

/** Calls a resolver method on the thread that executes the document. */
final class ResolverFetcher implements PlugableBatchableDataFetcher<Object, Object> {

    private final List<Argument> arguments;
    private final Class<?> beanType;
    private final Method method;
    private final BiFunction<Object, DataFetchingEnvironment, Object> adapter;

    /** @param adapter converts the resolver's result to a type that graphql-java supports */
    ResolverFetcher(Operation operation, BiFunction<Object, DataFetchingEnvironment, Object> adapter) {
        this.adapter = adapter;
        arguments = operation.getArguments();
        try {
            beanType = Thread.currentThread().getContextClassLoader().loadClass(operation.getClassName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        method = Arrays.stream(beanType.getMethods())
                .filter(candidate -> candidate.getName().equals(operation.getMethodName()))
                .filter(candidate -> candidate.getParameterCount() == arguments.size())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Resolver method not found: " + operation.getClassName() + "." + operation.getMethodName()));
    }

    @Override
    public Object get(DataFetchingEnvironment environment) throws Exception {
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(arguments.get(i), method.getGenericParameterTypes()[i], environment);
        }
        SecurityIdentity caller = environment.getGraphQlContext().get(SecurityIdentity.class);
        return caller == null ? call(values, environment) : callAs(caller, () -> call(values, environment));
    }

    /**
     * Sets the caller that Quarkus security sees while a resolver runs. Each call activates a new request context,
     * because the thread may just have worked for another caller who waited for the same read. The context is not
     * destroyed: what the resolver does later (on subscription, or when a response arrives) still uses it, and it holds
     * nothing but the caller.
     */
    private static Object callAs(SecurityIdentity identity, Callable<?> resolver) throws Exception {
        ManagedContext requestContext = Arc.container().requestContext();
        ContextState previous = requestContext.getStateIfActive();
        requestContext.activate();
        try {
            Arc.container().instance(CurrentIdentityAssociation.class).get().setIdentity(identity);
            return resolver.call();
        } finally {
            requestContext.deactivate();
            if (previous != null) {
                requestContext.activate(previous);
            }
        }
    }

    private Object call(Object[] values, DataFetchingEnvironment environment) throws Exception {
        try {
            Object bean = Arc.container().instance(beanType).get();
            return adapter.apply(method.invoke(bean, values), environment);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Object value(Argument argument, Type type, DataFetchingEnvironment environment) {
        return argument.isSourceArgument()
                ? environment.getSource()
                : ArgumentBinder.bind(argument.getName(), environment.getArgument(argument.getName()), type);
    }

    @Override
    public CompletionStage<List<Object>> load(List<Object> keys, BatchLoaderEnvironment environment) {
        throw new UnsupportedOperationException("Batched sources mix up the arguments of aliases and are not used");
    }
}
