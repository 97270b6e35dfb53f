package ghl.gateway.command;

import ghl.gateway.storage.StorageException;
import io.quarkus.runtime.configuration.ConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what is wrong without a stack trace, where it is the settings, the database or the argument. */
final class ShortErrorHandler implements IExecutionExceptionHandler {

    private static final int FAILED = 1;

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) throws Exception {
        if (failure instanceof ConfigurationException
                || failure instanceof StorageException
                || failure instanceof IllegalArgumentException) {
            line.getErr().println(failure.getMessage());
            return FAILED;
        }
        throw failure;
    }
}
