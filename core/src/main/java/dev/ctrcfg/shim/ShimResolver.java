// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.shim;

import dev.ctrcfg.io.HostFiles;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.GoPath;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.shim.ShimResolution.Found;
import dev.ctrcfg.shim.ShimResolution.How;
import dev.ctrcfg.shim.ShimResolution.Invalid;
import dev.ctrcfg.shim.ShimResolution.NotFound;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the binary that a release of containerd would start for a runtime, on a Linux host.
 *
 * <p>containerd does this when a pod is created, not when it starts. Source: {@code Command} in runtime/v2/shim/util.go
 * (1.4, 1.5), {@code resolveRuntimePath} in runtime/v2/manager.go (1.6, 1.7) and core/runtime/v2/shim_manager.go (2.x).
 */
public final class ShimResolver {

    private final ContainerdRelease release;
    private final ShimSearch search;
    private final HostFiles files;

    /**
     * Creates a resolver.
     *
     * @param release the release that looks
     * @param search where it looks
     */
    public ShimResolver(ContainerdRelease release, ShimSearch search) {
        this.release = release;
        this.search = search;
        this.files = HostFiles.below(search.hostRoot());
    }

    /**
     * {@return what the release finds for a runtime}
     *
     * @param type the runtime's {@code runtime_type}
     * @param runtimePath its {@code runtime_path}, which containerd 1.6 and later take instead unless it is empty
     */
    public ShimResolution resolve(RuntimeType type, Optional<String> runtimePath) {
        String path = runtimePath.orElse("");
        boolean given = !path.isEmpty() && release.since(ReleaseLine.V1_6);
        return resolve(given ? path : type.value());
    }

    /**
     * {@return what the release finds for a {@code runtime_type} or a {@code runtime_path}}
     *
     * @param runtime the text
     */
    public ShimResolution resolve(String runtime) {
        if (!release.since(ReleaseLine.V1_6)) {
            return byName(runtime);
        }
        if (runtime.isEmpty()) {
            return new Invalid("no runtime name");
        }
        if (GoPath.isAbsolute(runtime)) {
            return byPath(runtime);
        }
        boolean refused = runtime.indexOf('/') >= 0 && release.since(ReleaseLine.V1_7);
        return refused ? new Invalid(invalidName(runtime)) : byName(runtime);
    }

    /**
     * {@return the error of a pod whose runtime could not be resolved}
     *
     * @param reason the reason of a {@link NotFound} or {@link Invalid}
     */
    public String podError(String reason) {
        return release.since(ReleaseLine.V1_6) ? "failed to resolve runtime path: " + reason : reason;
    }

    private ShimResolution byPath(String path) {
        try {
            files.find(path);
            return new Found(path, How.ABSOLUTE_PATH);
        } catch (FileSystemException e) {
            return new NotFound(List.of(path), "invalid custom binary path: stat " + path + ": " + e.getReason());
        }
    }

    private ShimResolution byName(String runtime) {
        Optional<ShimBinary> binary = new RuntimeType(runtime).binary(release);
        if (binary.isEmpty()) {
            return new Invalid(invalidName(runtime));
        }
        String name = binary.get().fileName();
        List<String> tried = new ArrayList<>();
        if (release.since(ReleaseLine.V1_5)) {
            String besideRuntime = absolute(GoPath.join(GoPath.directory(runtime), name));
            tried.add(besideRuntime);
            if (files.exists(besideRuntime)) {
                return new Found(besideRuntime, How.WORKING_DIRECTORY);
            }
        }
        return name.indexOf('/') >= 0 ? bySlash(name) : bySearchPath(runtime, name, tried);
    }

    /** A name with a slash is not looked for in the search path, and containerd overlooks the error. */
    private Found bySlash(String name) {
        String path = absolute(name);
        return files.isExecutable(path) && !name.endsWith("/")
                ? new Found(path, How.WORKING_DIRECTORY)
                : new Found(search.workingDirectory(), How.WORKING_DIRECTORY_ITSELF);
    }

    private ShimResolution bySearchPath(String runtime, String name, List<String> tried) {
        for (String folder : search.folders()) {
            String path = absolute(GoPath.join(folder.isEmpty() ? "." : folder, name));
            tried.add(path);
            if (files.isExecutable(path)) {
                return new Found(path, How.SEARCH_PATH);
            }
        }
        String sibling = GoPath.join(search.containerdDirectory(), name);
        tried.add(sibling);
        if (files.exists(sibling)) {
            return new Found(sibling, How.BESIDE_CONTAINERD);
        }
        return new NotFound(
                tried,
                "runtime " + GoText.quote(runtime) + " binary not installed " + GoText.quote(name)
                        + ": file does not exist");
    }

    private String absolute(String path) {
        return GoPath.absolute(path, search.workingDirectory());
    }

    private String invalidName(String runtime) {
        String start = "invalid runtime name " + runtime + ", correct runtime name should ";
        if (!release.since(ReleaseLine.V1_6)) {
            return start + "format like io.containerd.runc.v1";
        }
        String example = release.since(ReleaseLine.V2_0) ? "io.containerd.runc.v2" : "io.containerd.runc.v1";
        return start + "be either format like `" + example + "` or a full path to the binary";
    }
}
