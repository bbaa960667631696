// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.shim;

import java.util.List;

/** What containerd finds for a runtime. Paths are those of the host, without the prefix it is mounted at. */
public sealed interface ShimResolution {

    /**
     * A file that containerd will try to run.
     *
     * @param path its absolute path
     * @param how which rule found it
     */
    record Found(String path, How how) implements ShimResolution {}

    /**
     * There is no such file.
     *
     * @param tried the absolute paths that were looked at, in order
     * @param reason the error that containerd gives
     */
    record NotFound(List<String> tried, String reason) implements ShimResolution {

        /** Copies the list. */
        public NotFound {
            tried = List.copyOf(tried);
        }
    }

    /**
     * The text cannot stand for a binary.
     *
     * @param reason the error that containerd gives
     */
    record Invalid(String reason) implements ShimResolution {}

    /** Which rule found a file. */
    enum How {
        /** The configuration gives the path. Its being there is all that containerd checks. */
        ABSOLUTE_PATH,
        /** It lies in the daemon's working directory. Its being there is all that containerd checks. */
        WORKING_DIRECTORY,
        /** It is an executable in the daemon's search path. */
        SEARCH_PATH,
        /** It lies beside the containerd binary. Its being there is all that containerd checks. */
        BESIDE_CONTAINERD,
        /** The name has a slash in it, for which containerd takes its working directory itself; that cannot run. */
        WORKING_DIRECTORY_ITSELF
    }
}
