package ghl.gateway.security;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Routes of the server: a new one must be added to {@code router.txt} and {@code routes.txt}. */
@QuarkusTest
class RouteListTest {

    @Inject
    Router router;

    @Test
    void routes_are_the_agreed_ones() {
        List<String> paths = router.getRoutes().stream()
                .filter(route -> route.getPath() != null || route.isRegexPath())
                .map(RouteListTest::path)
                .distinct()
                .sorted()
                .toList();

        new Table("router.txt").assertIs(paths);
    }

    private static String path(Route route) {
        return route.isRegexPath()
                ? "a pattern: " + route.getName()
                : route.getPath() + (route.isExactPath() ? "" : "*");
    }
}
