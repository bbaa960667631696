// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names of settings, each one object for all schemas and literals, so that names out of files which are exchanged for
 * them are found in tables without a look at their letters.
 */
public final class SharedNames {

    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>(1024);

    private SharedNames() {}

    /**
     * {@return the object that stands for a name in the schemas, or the name itself if they have none so far}
     *
     * @param name a name
     */
    public static String of(String name) {
        String known = KNOWN.get(name);
        return known == null ? name : known;
    }

    /** The object that stands for a name of the schema. */
    static String added(String name) {
        String known = KNOWN.get(name);
        if (known == null) {
            known = name.intern();
            KNOWN.put(known, known);
        }
        return known;
    }
}
