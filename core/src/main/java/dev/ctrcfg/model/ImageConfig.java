// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.Map;
import java.util.Optional;

/**
 * Images: where they come from, and what they are unpacked with.
 *
 * @param snapshotter the snapshotter
 * @param disableSnapshotAnnotations whether the snapshotter is not told about the image
 * @param discardUnpackedLayers whether compressed layers may go once they are unpacked
 * @param sandboxImage the pause image; {@code pinned_images.sandbox} since containerd 2.0
 * @param pinnedImages the other images that are never removed, by purpose
 * @param runtimePlatforms platform and snapshotter of pulls, by runtime
 * @param registry the registries
 * @param imageDecryption how encrypted images are read
 * @param maxConcurrentDownloads how many layers are downloaded at the same time
 * @param concurrentLayerFetchBuffer the size of the parts of one layer that are, in bytes
 * @param imagePullProgressTimeout how long a pull may stand still, as a Go duration
 * @param imagePullWithSyncFs whether an unpacked image is written to disk at once
 * @param statsCollectPeriod how often the disk use of snapshots is collected, in seconds
 * @param useLocalImagePull whether images are pulled inside the CRI plugin
 * @param unknown keys that the release has no setting for
 */
public record ImageConfig(
        Optional<String> snapshotter,
        Optional<Boolean> disableSnapshotAnnotations,
        Optional<Boolean> discardUnpackedLayers,
        Optional<String> sandboxImage,
        Map<String, String> pinnedImages,
        Map<String, ImagePlatform> runtimePlatforms,
        Registry registry,
        ImageDecryption imageDecryption,
        Optional<Long> maxConcurrentDownloads,
        Optional<Long> concurrentLayerFetchBuffer,
        Optional<String> imagePullProgressTimeout,
        Optional<Boolean> imagePullWithSyncFs,
        Optional<Long> statsCollectPeriod,
        Optional<Boolean> useLocalImagePull,
        TomlTable unknown) {

    /** Copies maps. */
    public ImageConfig {
        pinnedImages = Copies.of(pinnedImages);
        runtimePlatforms = Copies.of(runtimePlatforms);
    }
}
