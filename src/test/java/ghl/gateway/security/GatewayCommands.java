package ghl.gateway.security;

import ghl.gateway.fixture.GatewayLaunch;
import ghl.gateway.fixture.GatewayLaunch.Outcome;

/** Runs commands of the packaged gateway with the settings of a gateway, which may be running. */
record GatewayCommands(GatewayLaunch launch) {

    /** @return output, stripped */
    String succeed(String... arguments) {
        Outcome outcome = run(arguments);
        if (outcome.exitCode() != 0) {
            throw new AssertionError(String.join(" ", arguments) + ": " + outcome.output());
        }
        return outcome.output();
    }

    Outcome run(String... arguments) {
        return launch.run(arguments);
    }
}
