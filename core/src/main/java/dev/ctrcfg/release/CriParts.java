// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import java.util.List;

/**
 * Where the settings of the one table that the CRI plugin had until version 2 have been since version 3.
 *
 * <p>The rest is the runtime plugin's, but for what has become of {@code sandbox_image} and for what is gone. Source:
 * {@code configMigration} in containerd's plugins/cri/images/plugin.go and plugins/cri/runtime/plugin.go (2.0).
 */
public final class CriParts {

    /** Settings that the image plugin has taken over under the same names. */
    public static final List<String> IMAGES = List.of(
            "registry",
            "image_decryption",
            "max_concurrent_downloads",
            "image_pull_progress_timeout",
            "image_pull_with_sync_fs",
            "stats_collect_period");

    /** Settings of the table {@code containerd} that the image plugin has taken over. */
    public static final List<String> SNAPSHOTTING =
            List.of("snapshotter", "disable_snapshot_annotations", "discard_unpacked_layers");

    /** Settings of the streaming server, which have stayed in the table. */
    public static final List<String> STREAMING = List.of(
            "disable_tcp_service",
            "stream_server_address",
            "stream_server_port",
            "stream_idle_timeout",
            "enable_tls_streaming",
            "x509_key_pair_streaming");

    private CriParts() {}
}
