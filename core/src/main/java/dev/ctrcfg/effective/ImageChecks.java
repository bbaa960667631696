// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.CriRules;

/**
 * The checks of the CRI plugin's images since containerd 2.0, in its order.
 *
 * <p>Source: {@code ValidateImageConfig} and {@code CheckLocalImagePullConfigs} in internal/cri/config/config.go.
 */
final class ImageChecks {

    private static final String NOT_SUPPORTED = "not supported with transfer service";
    private static final String DEPRECATED = NOT_SUPPORTED + " (also deprecated)";

    private final CriRules rules;
    private final Remarks remarks;
    private final CriChecks checks;
    private final Settings plugin;

    ImageChecks(CriRules rules, Remarks remarks, Branch plugin) {
        this.rules = rules;
        this.remarks = remarks;
        this.checks = new CriChecks(rules, remarks);
        this.plugin = new Settings(plugin);
    }

    /**
     * Checks everything.
     *
     * @throws CriFailure for the first thing that is wrong
     */
    void check() {
        checks.checkRegistry(plugin);
        checks.checkDuration(plugin, "image_pull_progress_timeout", "invalid image pull progress timeout: ");
    }

    /**
     * Checks the platforms of runtimes.
     *
     * @throws CriFailure if one is none
     */
    void checkPlatforms() {
        Branch platforms = plugin.table("runtime_platforms");
        for (String runtime : platforms.names()) {
            String platform = plugin.text("runtime_platforms", runtime, "platform");
            if (!platform.isEmpty() && !Platforms.isValid(platform)) {
                Written written = plugin.written("runtime_platforms", runtime, "platform");
                throw new CriFailure("bad-platform", "unable to parse platform \"" + platform + "\"", written);
            }
        }
    }

    /** Warns of the first setting that the transfer service does not have. */
    void checkTransfer() {
        if (!rules.hasTransferService() || plugin.flag("use_local_image_pull")) {
            return;
        }
        if (!plugin.flag("disable_snapshot_annotations")) {
            fallBack(
                    "DisableSnapshotAnnotations",
                    "moved to snapshotter plugin when using transfer service",
                    "disable_snapshot_annotations");
        } else if (plugin.flag("discard_unpacked_layers")) {
            fallBack("DiscardUnpackedLayers", NOT_SUPPORTED, "discard_unpacked_layers");
        } else if (!plugin.isEmpty("registry", "mirrors")) {
            fallBack("Registry.Mirrors", DEPRECATED, "registry", "mirrors");
        } else if (!plugin.isEmpty("registry", "configs")) {
            fallBack("Registry.Configs", DEPRECATED, "registry", "configs");
        } else if (!plugin.isEmpty("registry", "auths")) {
            fallBack("Registry.Configs", DEPRECATED, "registry", "auths");
        } else if (plugin.number("max_concurrent_downloads") != 3) {
            String reason =
                    "must be configured in transfer service plugin: plugins.\"io.containerd.transfer.v1.local\"";
            fallBack("MaxConcurrentDownloads", reason, "max_concurrent_downloads");
        } else if (plugin.flag("image_pull_with_sync_fs")) {
            fallBack("ImagePullWithSyncFs", NOT_SUPPORTED, "image_pull_with_sync_fs");
        }
    }

    private void fallBack(String name, String reason, String... path) {
        String text = "Found '" + name + "' in CRI config which is incompatible with transfer service (" + reason
                + "). Falling back to local image pull mode.";
        Written written = plugin.written(path);
        remarks.warn("local-image-pull", text, written);
    }
}
