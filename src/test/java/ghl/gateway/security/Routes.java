package ghl.gateway.security;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Routes of the JAX-RS resources, read from their classes. */
final class Routes {

    private static final Map<Class<? extends Annotation>, String> METHODS = Map.of(
            GET.class, "GET", POST.class, "POST", PUT.class, "PUT", PATCH.class, "PATCH", DELETE.class, "DELETE");

    private Routes() {}

    /** {@code METHOD /path}, sorted; parameters have the value 1. */
    static List<String> ofResources() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("ghl.gateway");
        TreeSet<String> routes = new TreeSet<>();
        classes.stream()
                .filter(type -> type.isAnnotatedWith(Path.class) && !type.isInterface())
                .forEach(type -> type.getMethods().stream()
                        .filter(method -> METHODS.keySet().stream().anyMatch(method::isAnnotatedWith))
                        .forEach(method -> routes.add(
                                route(type.getAnnotationOfType(Path.class).value(), method))));
        return List.copyOf(routes);
    }

    private static String route(String prefix, JavaMethod method) {
        String verb = METHODS.entrySet().stream()
                .filter(known -> method.isAnnotatedWith(known.getKey()))
                .findFirst()
                .orElseThrow()
                .getValue();
        String path = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        return verb + " " + (prefix + "/" + path).replaceAll("/+", "/").replaceAll("\\{[^}]*}", "1");
    }
}
