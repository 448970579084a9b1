package skipstitch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Holds the table of docs/architecture.md. */
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter().importPath(Path.of("target", "classes"));

    private static final String UI = "skipstitch.ui..";
    private static final String SESSION = "skipstitch.session..";
    private static final String FILES = "skipstitch.files..";

    @Test
    void eachPackageImportsOnlyWhatTheTableAllows() {
        layeredArchitecture().consideringOnlyDependenciesInAnyPackage("skipstitch..").withOptionalLayers(true)
                .layer("network").definedBy("skipstitch.network")
                .layer("skips").definedBy("skipstitch.network.skips..")
                .layer("presets").definedBy("skipstitch.network.presets..")
                .layer("folding").definedBy("skipstitch.network.folding..")
                .layer("layout").definedBy("skipstitch.network.layout..")
                .layer("tensor").definedBy("skipstitch.tensor..")
                .layer("intervention").definedBy("skipstitch.intervention..")
                .layer("document").definedBy("skipstitch.document..")
                .layer("engine").definedBy("skipstitch.engine", "skipstitch.engine.tape..")
                .layer("nd4j").definedBy("skipstitch.engine.nd4j..")
                .layer("plain").definedBy("skipstitch.engine.plain..")
                .layer("explain").definedBy("skipstitch.explain..")
                .layer("training").definedBy("skipstitch.training..")
                .layer("lesson").definedBy("skipstitch.lesson..")
                .layer("files").definedBy(FILES)
                .layer("session").definedBy(SESSION)
                .layer("ui").definedBy(UI)
                .layer("cli").definedBy("skipstitch.cli..")
                .layer("main").definedBy("skipstitch")
                .ensureAllClassesAreContainedInArchitecture()
                .whereLayer("network").mayNotAccessAnyLayer()
                .whereLayer("skips").mayOnlyAccessLayers("network")
                .whereLayer("presets").mayOnlyAccessLayers("network")
                .whereLayer("folding").mayOnlyAccessLayers("network")
                .whereLayer("layout").mayOnlyAccessLayers("network", "folding")
                .whereLayer("tensor").mayOnlyAccessLayers("network")
                .whereLayer("intervention").mayOnlyAccessLayers("network", "tensor")
                .whereLayer("document").mayOnlyAccessLayers("network", "skips", "folding", "intervention", "engine")
                .whereLayer("engine").mayOnlyAccessLayers("network", "tensor", "intervention")
                .whereLayer("nd4j").mayOnlyAccessLayers("network", "tensor", "intervention", "engine")
                .whereLayer("plain").mayOnlyAccessLayers("network", "tensor", "intervention", "engine")
                .whereLayer("explain").mayOnlyAccessLayers("network", "skips", "tensor", "intervention", "engine")
                .whereLayer("training").mayOnlyAccessLayers("network", "tensor", "engine")
                .whereLayer("lesson").mayOnlyAccessLayers("network", "skips", "presets", "document", "engine",
                        "explain", "training")
                .whereLayer("files").mayOnlyAccessLayers("network", "skips", "presets", "folding", "layout", "tensor",
                        "intervention", "document", "engine", "nd4j", "plain", "explain", "training")
                .whereLayer("session").mayOnlyAccessLayers("network", "skips", "presets", "folding", "layout", "tensor",
                        "intervention", "document", "engine", "nd4j", "plain", "explain", "training", "lesson", "files")
                .whereLayer("ui").mayOnlyAccessLayers("network", "skips", "presets", "folding", "layout", "tensor",
                        "intervention", "document", "engine", "explain", "training", "lesson", "files", "session")
                .whereLayer("main").mayOnlyAccessLayers("cli")
                .whereLayer("main").mayNotBeAccessedByAnyLayer()
                .whereLayer("cli").mayOnlyBeAccessedByLayers("main")
                .check(OURS);
    }

    @Test
    void theTensorPackageKnowsOfNetworksOnlyTheShape() {
        noClasses().that().resideInAPackage("skipstitch.tensor..")
                .should().dependOnClassesThat(resideInAPackage("skipstitch.network..")
                        .and(describe("are not Shape", type -> !type.getSimpleName().equals("Shape"))))
                .check(OURS);
    }

    @Test
    void theDocumentKnowsOfTheEngineOnlyTheWeightsThatANetworkCameWith() {
        noClasses().that().resideInAPackage("skipstitch.document..")
                .should().dependOnClassesThat(resideInAPackage("skipstitch.engine..")
                        .and(describe("are not GivenWeights", type -> !type.getSimpleName().equals("GivenWeights"))))
                .check(OURS);
    }

    @Test
    void ofTheCommandLineOnlyTheLaunchOfAWindowKnowsTheWindow() {
        noClasses().that().resideInAPackage("skipstitch.cli..").and().doNotHaveSimpleName("Launch")
                .should().dependOnClassesThat().resideInAPackage(UI).check(OURS);
    }

    @Test
    void thereAreNoCycles() {
        slices().matching("skipstitch.(**)").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void javaFxStaysInTheWindowAndItsPropertiesInTheSession() {
        DescribedPredicate<JavaClass> base =
                resideInAnyPackage("javafx.beans..", "javafx.collections..", "javafx.event..", "javafx.util..");
        noClasses().that().resideOutsideOfPackage(UI)
                .should().dependOnClassesThat(resideInAPackage("javafx..").and(DescribedPredicate.not(base)))
                .check(OURS);
        noClasses().that().resideOutsideOfPackages(UI, SESSION)
                .should().dependOnClassesThat(base).check(OURS);
        noClasses().that().resideOutsideOfPackage(UI)
                .should().dependOnClassesThat().resideInAnyPackage("org.controlsfx..", "atlantafx..").check(OURS);
    }

    @Test
    void nd4jStaysBehindItsWall() {
        noClasses().that().resideOutsideOfPackage("skipstitch.engine.nd4j..")
                .should().dependOnClassesThat().resideInAnyPackage("org.nd4j..", "org.bytedeco..").check(OURS);
    }

    @Test
    void theOnnxBindingStaysWhereModelsAreWritten() {
        noClasses().that().resideOutsideOfPackage("skipstitch.files.onnx..")
                .should().dependOnClassesThat().resideInAnyPackage("ai.onnx..", "com.google.protobuf..", "org.tribuo..")
                .check(OURS);
    }

    @Test
    void awtServesOnlyPictureFiles() {
        noClasses().that().resideOutsideOfPackage(FILES)
                .should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.imageio..", "javax.swing..")
                .check(OURS);
    }

    @Test
    void threadsAreMadeOnlyInTheSession() {
        noClasses().that().resideOutsideOfPackage(SESSION)
                .should().dependOnClassesThat(assignableTo(ExecutorService.class).or(assignableTo(Executors.class))
                        .or(assignableTo(Timer.class)).or(assignableTo(Thread.Builder.class)))
                .check(OURS);
        noClasses().that().resideOutsideOfPackage(SESSION)
                .should().callConstructorWhere(describe("a thread is made",
                        (JavaConstructorCall call) -> call.getTargetOwner().isAssignableTo(Thread.class)))
                .orShould().callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .orShould().callMethodWhere(describe("a future runs in the background", (JavaMethodCall call) ->
                        call.getTargetOwner().isAssignableTo(CompletableFuture.class)
                                && call.getName().endsWith("Async")))
                .check(OURS);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses().that().resideOutsideOfPackages("skipstitch.cli..", "skipstitch")
                .should(ACCESS_STANDARD_STREAMS).check(OURS);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses().should().haveNameMatching(".*(Manager|Utils?|Helpers?)").check(OURS);
    }
}
