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
 * What there is to say about the shim of a runtime.
 *
 * @param type the runtime's type
 * @param release the release that looks
 * @param binary the name of the file, if the type gives one
 * @param outcome one word: found, built-in, not-found or invalid
 * @param path where it was found, if it was
 * @param tried the places that were looked at in vain
 * @param detail which rule found it, or the error that a pod gets
 */
record ShimReport(
        RuntimeType type,
        ContainerdRelease release,
        Optional<String> binary,
        String outcome,
        Optional<String> path,
        List<String> tried,
        String detail) {

    private static final String FOUND = "found";
    private static final String NOT_FOUND = "not-found";
    private static final String BUILT_IN = "built-in";

    static ShimReport builtIn(RuntimeType type, ContainerdRelease release) {
        String detail = "containerd runs it without a shim of that name";
        return new ShimReport(type, release, Optional.empty(), BUILT_IN, Optional.empty(), List.of(), detail);
    }

    static ShimReport of(
            RuntimeType type, ContainerdRelease release, ShimResolution resolution, ShimResolver resolver) {
        boolean byPath = type.value().startsWith("/") && release.since(ReleaseLine.V1_6);
        Optional<String> binary =
                byPath ? Optional.empty() : type.binary(release).map(ShimBinary::fileName);
        if (resolution instanceof Found found && found.how() == How.WORKING_DIRECTORY_ITSELF) {
            return new ShimReport(
                    type, release, binary, NOT_FOUND, Optional.empty(), List.of(found.path()), rule(found.how()));
        }
        if (resolution instanceof Found found) {
            return new ShimReport(
                    type, release, binary, FOUND, Optional.of(found.path()), List.of(), rule(found.how()));
        }
        if (resolution instanceof NotFound missing) {
            String error = resolver.podError(missing.reason());
            return new ShimReport(type, release, binary, NOT_FOUND, Optional.empty(), missing.tried(), error);
        }
        String error = resolver.podError(((Invalid) resolution).reason());
        return new ShimReport(type, release, Optional.empty(), "invalid", Optional.empty(), List.of(), error);
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

    String text() {
        StringBuilder out = new StringBuilder();
        binary.ifPresent(name -> line(out, "binary", name));
        path.ifPresent(file -> line(out, "found", file));
        for (int i = 0; i < tried.size(); i++) {
            line(out, i == 0 ? "tried" : "", tried.get(i));
        }
        line(out, isFound() ? "rule" : "error", detail);
        return out.toString();
    }

    private static void line(StringBuilder out, String title, String text) {
        String start = title.isEmpty() ? "" : title + ":";
        out.append(start).append(" ".repeat(8 - start.length())).append(text).append('\n');
    }

    /** The same for programs. */
    TomlTable table() {
        TomlTable.Builder table = TomlTable.builder()
                .put("runtime_type", type.value())
                .put("containerd", release.toString())
                .put("outcome", outcome);
        binary.ifPresent(name -> table.put("binary", name));
        path.ifPresent(file -> table.put("path", file));
        if (!tried.isEmpty()) {
            table.put("tried", TomlArray.ofStrings(tried));
        }
        return table.put(isFound() ? "rule" : "error", detail).build();
    }
}
