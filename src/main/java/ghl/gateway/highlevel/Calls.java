package ghl.gateway.highlevel;

import ghl.gateway.highlevel.UpstreamException.Rejected;
import ghl.gateway.highlevel.wire.DoneJson;
import ghl.gateway.highlevel.wire.MalformedAnswer;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes one call, with a time limit, and turns whatever goes wrong into an {@link UpstreamException}. No retries. */
@ApplicationScoped
class Calls {

    private final Guard timeLimit;
    private final Failures failures;

    Calls(HighLevelConfig config, Clock clock) {
        this.timeLimit = Guard.create()
                .withTimeout()
                .duration(config.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
        this.failures = new Failures(clock);
    }

    /**
     * @param operation the vendor's operationId
     * @param translate takes what the answer holds; whatever it throws means that the answer makes no sense
     */
    <J, T> Uni<T> call(String operation, Supplier<Uni<RestResponse<J>>> request, Function<J, T> translate) {
        return attempt(operation, request, answer -> {
            if (answer == null) {
                throw new MalformedAnswer("an answer without a body");
            }
            return translate.apply(answer);
        });
    }

    /** A call that has nothing to tell but whether it was done. */
    Uni<Void> callUntilDone(String operation, Supplier<Uni<RestResponse<DoneJson>>> request) {
        return attempt(operation, request, answer -> {
            if (answer != null && Boolean.FALSE.equals(answer.succeeded())) {
                throw new Rejected(operation, 200, null, List.of("The CRM answered that it was not done."), null, null);
            }
            return null;
        });
    }

    private <J, T> Uni<T> attempt(String operation, Supplier<Uni<RestResponse<J>>> request, Function<J, T> translate) {
        return Uni.createFrom()
                .deferred(() -> limited(request))
                .map(answer -> translate.apply(answer.getEntity()))
                .onFailure()
                .transform(failure -> failures.of(operation, failure));
    }

    @SuppressWarnings("unchecked")
    private <J> Uni<RestResponse<J>> limited(Supplier<Uni<RestResponse<J>>> request) {
        return timeLimit.get(request::get, Uni.class);
    }
}
