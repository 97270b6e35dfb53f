package ghl.gateway;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ghl.gateway.storage.Transaction;

/** Rules for dependencies between packages. A new package needs a line here. */
@AnalyzeClasses(packages = "ghl.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule imports_go_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("ghl.gateway..")
            .withOptionalLayers(true)
            .layer("audit")
            .definedBy("ghl.gateway.audit..")
            .layer("contact")
            .definedBy("ghl.gateway.contact..")
            .layer("access")
            .definedBy("ghl.gateway.access..")
            .layer("credential")
            .definedBy("ghl.gateway.credential..")
            .layer("highlevel")
            .definedBy("ghl.gateway.highlevel..")
            .layer("failpoint")
            .definedBy("ghl.gateway.failpoint..")
            .layer("storage")
            .definedBy("ghl.gateway.storage..")
            .layer("submission")
            .definedBy("ghl.gateway.submission..")
            .layer("form")
            .definedBy("ghl.gateway.form..")
            .layer("ops")
            .definedBy("ghl.gateway.ops..")
            .layer("graph")
            .definedBy("ghl.gateway.graph..")
            .layer("intake")
            .definedBy("ghl.gateway.intake..")
            .layer("publicform")
            .definedBy("ghl.gateway.publicform..")
            .layer("page")
            .definedBy("ghl.gateway.page..")
            .layer("http")
            .definedBy("ghl.gateway.http..")
            .layer("problem")
            .definedBy("ghl.gateway.problem..")
            .layer("log")
            .definedBy("ghl.gateway.log..")
            .layer("time")
            .definedBy("ghl.gateway.time..")
            .layer("demo")
            .definedBy("ghl.gateway.demo..")
            .layer("command")
            .definedBy("ghl.gateway.command..")
            .layer("sandbox")
            .definedBy("ghl.gateway.sandbox..")
            .whereLayer("contact")
            .mayNotAccessAnyLayer()
            .whereLayer("storage")
            .mayOnlyAccessLayers("time")
            .whereLayer("sandbox")
            .mayNotAccessAnyLayer()
            .whereLayer("sandbox")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("audit")
            .mayOnlyAccessLayers("storage")
            .whereLayer("access")
            .mayOnlyAccessLayers("audit", "contact", "highlevel", "log", "problem", "storage", "time")
            .whereLayer("time")
            .mayNotAccessAnyLayer()
            .whereLayer("highlevel")
            .mayOnlyAccessLayers("contact", "time")
            .whereLayer("failpoint")
            .mayOnlyAccessLayers("highlevel")
            .whereLayer("credential")
            .mayOnlyAccessLayers("audit", "contact", "failpoint", "highlevel", "storage", "page", "problem", "time")
            .whereLayer("submission")
            .mayOnlyAccessLayers("audit", "contact", "failpoint", "highlevel", "log", "storage", "time")
            .whereLayer("form")
            .mayOnlyAccessLayers("contact", "highlevel", "submission", "time")
            .whereLayer("graph")
            .mayOnlyAccessLayers(
                    "contact", "highlevel", "submission", "form", "http", "publicform", "access", "storage")
            .whereLayer("intake")
            .mayOnlyAccessLayers(
                    "audit",
                    "contact",
                    "form",
                    "http",
                    "log",
                    "publicform",
                    "submission",
                    "access",
                    "storage",
                    "page",
                    "problem",
                    "time")
            .whereLayer("http")
            .mayOnlyAccessLayers("problem", "time")
            .whereLayer("publicform")
            .mayOnlyAccessLayers("contact", "form", "submission", "access", "storage", "page", "time")
            .whereLayer("demo")
            .mayOnlyAccessLayers("contact", "highlevel", "submission", "form", "page")
            .whereLayer("page")
            .mayNotAccessAnyLayer()
            .whereLayer("problem")
            .mayNotAccessAnyLayer()
            .whereLayer("log")
            .mayNotAccessAnyLayer()
            .whereLayer("demo")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("command")
            .mayOnlyAccessLayers("access", "contact", "credential", "form", "highlevel", "storage", "submission")
            .whereLayer("command")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("ops")
            .mayNotBeAccessedByAnyLayer()
            .because("reading the package list is reading the architecture");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("ghl.gateway.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_client_sees_the_wire = noClasses()
            .that()
            .resideOutsideOfPackage("ghl.gateway.highlevel..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ghl.gateway.highlevel.wire..")
            .because("the vendor's JSON is translated once, in WireMapper");

    @ArchTest
    static final ArchRule what_the_client_is_made_of_does_not_know_the_client = noClasses()
            .that()
            .resideInAnyPackage(
                    "ghl.gateway.highlevel.async..",
                    "ghl.gateway.highlevel.budget..",
                    "ghl.gateway.highlevel.cache..",
                    "ghl.gateway.highlevel.circuit..",
                    "ghl.gateway.highlevel.wire..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ghl.gateway.highlevel")
            .because("a budget, a cache and a circuit breaker can be understood, and tested, alone");

    @ArchTest
    static final ArchRule only_the_client_calls_out = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "ghl.gateway.highlevel..", "ghl.gateway.credential..", "ghl.gateway.publicform.guard..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.microprofile.rest.client..", "io.quarkus.rest.client..")
            .because("only the client knows the vendor's HTTP; the guard calls captcha services");

    @ArchTest
    static final ArchRule jobs_do_not_depend_on_the_machine_clock = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.quarkus.scheduler..")
            .because("its intervals stand still after the clock was set back: use PeriodicJobs");

    @ArchTest
    static final ArchRule only_stores_use_sql = noClasses()
            .that()
            .haveNameNotMatching(".*Store(\\$.*)?")
            .and()
            .resideOutsideOfPackage("ghl.gateway.storage..")
            .should()
            .accessTargetWhere(target(owner(assignableTo(Transaction.class))))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
            .because("each package has its SQL in its stores");

    @ArchTest
    static final ArchRule the_vocabulary_is_pure = noClasses()
            .that()
            .resideInAPackage("ghl.gateway.contact..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "ghl.gateway.contact..",
                    "java..",
                    "org.eclipse.microprofile.graphql..",
                    "io.smallrye.graphql.api..")
            .because("contact records are the schema, not a place for I/O");
}
