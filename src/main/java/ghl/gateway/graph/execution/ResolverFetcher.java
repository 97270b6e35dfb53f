package ghl.gateway.graph.execution;

import graphql.schema.DataFetchingEnvironment;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;

/** Calls a resolver method on the thread that executes the document, and makes of its result what graphql-java takes. */
final class ResolverFetcher implements PlugableBatchableDataFetcher<Object, Object> {

    /** Makes of a resolver's result what graphql-java takes. */
    interface Adapter {
        Object adapt(Object result, DataFetchingEnvironment environment);
    }

    private final List<Argument> arguments;
    private final Class<?> beanType;
    private final Method method;
    private final Adapter adapter;

    ResolverFetcher(Operation operation, Adapter adapter) {
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
                        operation.getClassName() + "." + operation.getMethodName() + " is not there"));
    }

    @Override
    public Object get(DataFetchingEnvironment environment) throws Exception {
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(arguments.get(i), method.getGenericParameterTypes()[i], environment);
        }
        SecurityIdentity caller = environment.getGraphQlContext().get(SecurityIdentity.class);
        return caller == null ? call(values, environment) : IdentityScope.of(caller, () -> call(values, environment));
    }

    private Object call(Object[] values, DataFetchingEnvironment environment) throws Exception {
        try {
            Object bean = Arc.container().instance(beanType).get();
            return adapter.adapt(method.invoke(bean, values), environment);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Object value(Argument argument, java.lang.reflect.Type type, DataFetchingEnvironment environment) {
        return argument.isSourceArgument()
                ? environment.getSource()
                : ArgumentBinder.bind(argument.getName(), environment.getArgument(argument.getName()), type);
    }

    @Override
    public CompletionStage<List<Object>> load(List<Object> keys, BatchLoaderEnvironment environment) {
        throw new UnsupportedOperationException("batched sources mix up the arguments of aliases; none is used");
    }
}
