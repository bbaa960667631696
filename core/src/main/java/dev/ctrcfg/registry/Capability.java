// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.registry;

import java.util.Locale;
import java.util.Optional;

/** What a host may be asked for. */
public enum Capability {
    /** Manifests and layers by digest. */
    PULL,
    /** The digest of a tag. */
    RESOLVE,
    /** Taking images. */
    PUSH,
    /** What refers to an image; since containerd 2.2. */
    REFERRERS;

    /** The capability of a name in any case. */
    static Optional<Capability> of(String name) {
        for (Capability capability : values()) {
            if (capability.toString().equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(capability);
            }
        }
        return Optional.empty();
    }

    /** {@return the name as a hosts.toml has it} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
