// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.SchemaSection;
import java.util.List;

/**
 * The table of a plugin, decoded.
 *
 * @param struct what it was decoded onto
 * @param decoder what decoded it
 * @param settings what came out, which may not be changed
 */
record DecodedTable(Struct struct, StructDecoder decoder, Branch settings) {

    /** A plugin's settings and their defaults, which releases share where they do not differ. */
    record Struct(SchemaSection section, Branch defaults) {}

    List<StrayKeys.Stray> unknown() {
        return decoder.unknown();
    }

    /** Whether the same comes out of another decoder and struct. */
    boolean isOf(StructDecoder other, Struct onto) {
        return struct.section == onto.section && struct.defaults == onto.defaults && decoder.decodesAs(other);
    }
}
