package ghl.gateway.ops;

import ghl.gateway.contact.InvalidInputException;
import ghl.gateway.submission.input.ContactMatchInput;
import ghl.gateway.submission.operator.BulkRetry;
import ghl.gateway.submission.operator.StepResolution;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/** Request bodies. */
final class OperatorRequests {

    private static final int DEFAULT_MAX = 100;

    private OperatorRequests() {}

    /** @param since ISO 8601 @param spacing ISO 8601; zero if null @param most 100 if null */
    record Retry(String cause, Instant since, Duration spacing, Integer most) {

        BulkRetry toBulkRetry() {
            return new BulkRetry(
                    BulkRetry.cause(cause),
                    since,
                    spacing == null ? Duration.ZERO : spacing,
                    most == null ? DEFAULT_MAX : most);
        }
    }

    record Resolve(Boolean done, String resultId) {

        StepResolution toResolution() {
            if (done == null) {
                throw new InvalidInputException("done must be true or false");
            }
            return new StepResolution(done, resultId);
        }
    }

    record Erase(String email, String phone, String contactId, String locationId) {

        ContactMatchInput person() {
            if (Stream.of(email, phone, contactId).filter(Objects::nonNull).count() != 1) {
                throw new InvalidInputException("Give exactly one of email, phone and contactId");
            }
            return new ContactMatchInput(contactId, email, phone);
        }
    }
}
