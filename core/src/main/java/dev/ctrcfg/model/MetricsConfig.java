// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.Optional;

/**
 * The listener for metrics. Files of version 4 hold it in two plugins' tables.
 *
 * @param address the address of the listener
 * @param grpcHistogram whether the duration of API calls is measured
 * @param unknown keys that the release has no setting for
 */
public record MetricsConfig(Optional<String> address, Optional<Boolean> grpcHistogram, TomlTable unknown) {}
