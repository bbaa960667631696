// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

/**
 * What a release checks of the CRI plugin's settings when it starts.
 *
 * <p>The first release of each check was found in the source of every release tag.
 *
 * @param release the release
 */
public record CriRules(ContainerdRelease release) {

    /** {@return whether the message about a missing default runtime names it, as it does since 1.5} */
    public boolean namesTheMissingRuntime() {
        return release.since(ReleaseLine.V1_5);
    }

    /** {@return whether registries have a {@code config_path}, which excludes {@code mirrors}; since 1.5} */
    public boolean hasConfigPath() {
        return release.since(ReleaseLine.V1_5);
    }

    /** {@return whether the keys of {@code registry.auths} have to be URLs; since 1.4.4} */
    public boolean parsesAuths() {
        return release.since(ReleaseLine.V1_4, 4);
    }

    /** {@return what is logged about {@code registry.auths}; the advice changed in 1.6.25 and 1.7.9, and in 1.5} */
    public String authsWarning() {
        if (release.hasWarningService()) {
            return "`auths` is deprecated, please use `ImagePullSecrets` instead";
        }
        return release.since(ReleaseLine.V1_5)
                ? "`auths` is deprecated, please use `configs` instead"
                : "`auths` is deprecated, please use registry`configs` instead";
    }

    /** {@return whether {@code registry.configs} is warned of; since 1.6.25, 1.7.9 and 2.0} */
    public boolean warnsOfConfigs() {
        return release.hasWarningService();
    }

    /** {@return whether {@code image_pull_progress_timeout} is looked at; since 1.7} */
    public boolean checksPullProgressTimeout() {
        return release.since(ReleaseLine.V1_7);
    }

    /** {@return whether {@code drain_exec_sync_io_timeout} is looked at; since 1.6.29 and 1.7} */
    public boolean checksDrainTimeout() {
        return release.since(ReleaseLine.V1_6, 29);
    }

    /** {@return whether {@code CriuPath} is warned of; since 1.6.27 and 1.7.11, until 1.7} */
    public boolean warnsOfCriuPath() {
        return release.line() == ReleaseLine.V1_6 ? release.patch() >= 27 : release.since(ReleaseLine.V1_7, 11);
    }

    /** {@return whether {@code cni.bin_dirs} exists; since 2.1} */
    public boolean hasBinDirs() {
        return release.since(ReleaseLine.V2_1);
    }

    /** {@return whether images are pulled by the transfer service unless a setting stands against it; since 2.1} */
    public boolean hasTransferService() {
        return release.since(ReleaseLine.V2_1);
    }

    /** {@return whether the runtime plugin has periods of its own for statistics; since 2.3} */
    public boolean hasRuntimeStats() {
        return release.since(ReleaseLine.V2_3);
    }

    /** {@return whether a period for statistics of 0 or less ends the daemon; until 2.2} */
    public boolean panicsWithoutStatsPeriod() {
        return !release.since(ReleaseLine.V2_3);
    }

    /** {@return whether an empty {@code cni.conf_dir} keeps the plugin from loading; until 1.4} */
    public boolean needsCniConfDir() {
        return !release.since(ReleaseLine.V1_5);
    }

    /**
     * {@return why the port for streaming cannot be opened if no service has its name}
     *
     * @param port the name
     */
    public String unknownPort(String port) {
        String what = release.since(ReleaseLine.V1_7) ? "lookup" : "address";
        return what + " tcp/" + port + ": unknown port";
    }

    /** {@return whether the shim manager has a {@code socket_dir}; since 2.3} */
    public boolean hasShimSocketDir() {
        return release.since(ReleaseLine.V2_3);
    }

    /** {@return whether only one content store may be registered; since 2.0} */
    public boolean takesOneContentStore() {
        return release.since(ReleaseLine.V2_0);
    }
}
