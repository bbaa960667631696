// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.shim.RuntimeType;
import dev.ctrcfg.shim.ShimBinary;
import dev.ctrcfg.shim.ShimResolution;
import dev.ctrcfg.shim.ShimResolution.Found;
import dev.ctrcfg.shim.ShimResolution.How;
import dev.ctrcfg.shim.ShimResolution.Invalid;
import dev.ctrcfg.shim.ShimResolution.NotFound;
import dev.ctrcfg.shim.ShimResolver;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlTable;
import java.util.List;
import java.util.Optional;

/**
 * The shim of a runtime, or why there is none.
 *
 * @param binary the name of the file, if the runtime's type gives one
 * @param outcome one word: found, built-in, not-found or invalid
 * @param path where it was found, if it was
 * @param tried the places that were looked at in vain
 * @param detail which rule found it, or the error that a pod gets
 */
record ShimFinding(Optional<String> binary, String outcome, Optional<String> path, List<String> tried, String detail) {

    private static final String FOUND = "found";
    private static final String NOT_FOUND = "not-found";
    private static final String BUILT_IN = "built-in";

    /** {@return what a release finds for a runtime} */
    static ShimFinding of(
            RuntimeType type, Optional<String> runtimePath, ContainerdRelease release, ShimResolver resolver) {
        if (type.isBuiltInto(release)) {
            String detail = "containerd runs it without a shim of that name";
            return new ShimFinding(Optional.empty(), BUILT_IN, Optional.empty(), List.of(), detail);
        }
        String looked = runtimePath.orElse("").isEmpty() ? type.value() : runtimePath.get();
        boolean byPath = looked.startsWith("/") && release.since(ReleaseLine.V1_6);
        Optional<String> binary =
                byPath ? Optional.empty() : type.binary(release).map(ShimBinary::fileName);
        return of(binary, resolver.resolve(type, runtimePath), resolver);
    }

    private static ShimFinding of(Optional<String> binary, ShimResolution resolution, ShimResolver resolver) {
        if (resolution instanceof Found found) {
            boolean runs = found.how() != How.WORKING_DIRECTORY_ITSELF;
            return new ShimFinding(
                    binary,
                    runs ? FOUND : NOT_FOUND,
                    runs ? Optional.of(found.path()) : Optional.empty(),
                    runs ? List.of() : List.of(found.path()),
                    rule(found.how()));
        }
        if (resolution instanceof NotFound missing) {
            String error = resolver.podError(missing.reason());
            return new ShimFinding(binary, NOT_FOUND, Optional.empty(), missing.tried(), error);
        }
        String error = resolver.podError(((Invalid) resolution).reason());
        return new ShimFinding(Optional.empty(), "invalid", Optional.empty(), List.of(), error);
    }

    private static String rule(How how) {
        return switch (how) {
            case ABSOLUTE_PATH -> "the path as given; containerd checks only that it is there";
            case WORKING_DIRECTORY -> "in the daemon's working directory; containerd checks only that it is there";
            case SEARCH_PATH -> "an executable in the daemon's search path";
            case BESIDE_CONTAINERD -> "beside the containerd binary; containerd checks only that it is there";
            case WORKING_DIRECTORY_ITSELF ->
                "containerd takes its working directory itself for the binary, which cannot run";
        };
    }

    boolean isFound() {
        return outcome.equals(FOUND) || outcome.equals(BUILT_IN);
    }

    /** What {@link #detail()} is. */
    String detailTitle() {
        return isFound() ? "rule" : "error";
    }

    /** Adds what there is to say to a table for programs. */
    void addTo(TomlTable.Builder table) {
        table.put("outcome", outcome);
        binary.ifPresent(name -> table.put("binary", name));
        path.ifPresent(file -> table.put("path", file));
        if (!tried.isEmpty()) {
            table.put("tried", TomlArray.ofStrings(tried));
        }
        table.put(detailTitle(), detail);
    }
}
