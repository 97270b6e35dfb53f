package ghl.gateway.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where the process begins. */
@QuarkusMain
public class Main {

    public static void main(String... arguments) {
        if (arguments.length == 0) {
            Quarkus.run();
        } else {
            Logger.getLogger("").setLevel(Level.WARNING);
            System.exit(GatewayCommand.line().execute(arguments));
        }
    }
}
