// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.dropin;

import dev.ctrcfg.toml.TomlDocument;

/**
 * What a patch by drop-in writes. The drop-in comes first, because the main file may come to name it.
 *
 * @param file where the drop-in is
 * @param dropIn the drop-in as it shall be
 * @param main the main file as it shall be, with the import that it lacked
 */
public record DropInPlan(DropInFile file, TomlDocument dropIn, TomlDocument main) {}
