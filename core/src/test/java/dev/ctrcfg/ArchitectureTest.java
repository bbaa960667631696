// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.ctrcfg.model.ConfigReader;
import dev.ctrcfg.model.ContainerdConfig;
import dev.ctrcfg.toml.TomlDocument;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final Set<String> OF_THE_PROCESS = Set.of("out", "err", "in", "getenv", "exit");
    private static final Set<String> COMPILING_PATTERNS =
            Set.of("format", "formatted", "matches", "replaceAll", "replaceFirst");

    private static JavaClasses core;

    @BeforeAll
    static void importTheModule() throws Exception {
        Path classes = Path.of(TomlDocument.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        core = new ClassFileImporter().importPath(classes);
    }

    @Test
    void layersDependOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("toml")
                .definedBy("dev.ctrcfg.toml..")
                .layer("release")
                .definedBy("dev.ctrcfg.release..")
                .layer("model")
                .definedBy("dev.ctrcfg.model..")
                .layer("shim")
                .definedBy("dev.ctrcfg.shim..")
                .layer("effective")
                .definedBy("dev.ctrcfg.effective..")
                .layer("diff")
                .definedBy("dev.ctrcfg.diff..")
                .layer("merge")
                .definedBy("dev.ctrcfg.merge..")
                .layer("migrate")
                .definedBy("dev.ctrcfg.migrate..")
                .layer("profile")
                .definedBy("dev.ctrcfg.profile..")
                .layer("runtimeclass")
                .definedBy("dev.ctrcfg.runtimeclass..")
                .layer("dropin")
                .definedBy("dev.ctrcfg.dropin..")
                .layer("record")
                .definedBy("dev.ctrcfg.record..")
                .layer("lint")
                .definedBy("dev.ctrcfg.lint..")
                .layer("io")
                .definedBy("dev.ctrcfg.io..")
                .whereLayer("toml")
                .mayNotAccessAnyLayer()
                .whereLayer("release")
                .mayOnlyAccessLayers("toml")
                .whereLayer("model")
                .mayOnlyAccessLayers("toml", "release")
                .whereLayer("shim")
                .mayOnlyAccessLayers("toml", "release", "io")
                .whereLayer("effective")
                .mayOnlyAccessLayers("toml", "release", "model")
                .whereLayer("diff")
                .mayOnlyAccessLayers("toml", "release", "model", "effective", "migrate")
                .whereLayer("profile")
                .mayOnlyAccessLayers("toml", "release")
                .whereLayer("runtimeclass")
                .mayOnlyAccessLayers("toml", "merge")
                .whereLayer("dropin")
                .mayOnlyAccessLayers("toml", "release", "effective", "diff")
                .whereLayer("record")
                .mayOnlyAccessLayers("toml", "diff")
                .whereLayer("merge")
                .mayOnlyAccessLayers("toml", "release", "model", "shim", "effective", "diff", "record")
                .whereLayer("migrate")
                .mayOnlyAccessLayers("toml", "release", "model", "effective")
                .whereLayer("lint")
                .mayOnlyAccessLayers("toml", "release", "model", "shim", "effective", "diff", "migrate")
                .whereLayer("io")
                .mayOnlyAccessLayers("toml", "effective")
                .check(core);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.ctrcfg.(*)..").should().beFreeOfCycles().check(core);
    }

    @Test
    void onlyTheModelUsesJackson() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.ctrcfg.model..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(core);
    }

    @Test
    void onlyCallersWhoAskForRecordsLoadTheBinder() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.ctrcfg.model..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ContainerdConfig.class)
                .check(core);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ConfigReader.class.getName())
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.ctrcfg.model.Binder")
                .check(core);
    }

    @Test
    void onlyFilesAndShimsTouchTheFileSystem() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.ctrcfg.io..", "dev.ctrcfg.shim..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(File.class, Files.class)
                .check(core);
    }

    @Test
    void nothingPrintsOrExitsOrReadsTheEnvironment() {
        noClasses()
                .should()
                .accessTargetWhere(isOf(System.class, OF_THE_PROCESS))
                .check(core);
        noClasses()
                .should()
                .accessTargetWhere(isOf(Runtime.class, Set.of("exit", "halt")))
                .check(core);
    }

    @Test
    void nothingThatPatchNeedsCompilesPatterns() {
        String[] packages = {
            "dev.ctrcfg.toml..",
            "dev.ctrcfg.profile..",
            "dev.ctrcfg.dropin..",
            "dev.ctrcfg.record..",
            "dev.ctrcfg.merge..",
            "dev.ctrcfg.io.."
        };
        noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.regex..", "java.lang.reflect..", "java.text..")
                .orShould()
                .accessTargetWhere(isOf(String.class, COMPILING_PATTERNS))
                .check(core);
    }

    private static DescribedPredicate<JavaAccess<?>> isOf(Class<?> owner, Set<String> names) {
        return describe("the target is one of " + names + " of " + owner.getName(), access -> {
            JavaClass target = access.getTargetOwner();
            return target.isEquivalentTo(owner)
                    && names.contains(access.getTarget().getName());
        });
    }
}
