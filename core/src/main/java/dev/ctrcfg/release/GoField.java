// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Go calls a setting; containerd's error messages speak of it so.
 *
 * @param name the struct with its package, and the field, such as {@code config.Runtime.PodAnnotations}
 * @param type the type, such as {@code []string}
 */
public record GoField(String name, String type) {

    private static final String ANY = ".*";
    private static final String ELEMENT = "[]";
    private static final String MAP = "map[string]";
    private static final String PLUGINS_STRUCT = "config.PluginConfig";

    /** Read once a process, when first needed. */
    private static final class Holder {
        static final Map<String, GoField> FIELDS = new HashMap<>();
        static final Map<String, String> STRUCTS = new HashMap<>();

        static {
            read(Resources.read("go-fields.txt"));
        }

        private Holder() {}

        private static void read(String text) {
            String section = "";
            int end;
            for (int at = 0; at < text.length(); at = end + 1) {
                end = Resources.endOfLine(text, at);
                String line = text.substring(at, end);
                if (line.startsWith("[")) {
                    section = line.substring(1, line.indexOf(']'));
                    STRUCTS.put(section, Resources.column(line, 1));
                } else if (!line.startsWith("#")) {
                    GoField field = new GoField(Resources.column(line, 1), Resources.column(line, 2));
                    FIELDS.put(section + "\t" + Resources.column(line, 0), field);
                }
            }
        }
    }

    /**
     * {@return what Go calls a setting in the newest release that has it}
     *
     * @param key the setting
     */
    public static GoField of(SchemaKey key) {
        GoField field = Holder.FIELDS.get(key.section() + "\t" + key.path());
        if (field == null && key.path().endsWith(ANY)) {
            String path = key.path().substring(0, key.path().length() - ANY.length());
            GoField map = Holder.FIELDS.get(key.section() + "\t" + path);
            field = map == null ? null : new GoField(map.name(), map.type().substring(MAP.length()));
        }
        return field == null ? new GoField(key.name(), key.type().toString()) : field;
    }

    /**
     * {@return what Go calls the field that holds a setting: itself, or the map or array that it is in}
     *
     * @param key the setting
     */
    public static GoField ofField(SchemaKey key) {
        String path = key.path();
        while (path.endsWith(ANY) || path.endsWith(ELEMENT)) {
            path = path.substring(0, path.length() - 2);
        }
        GoField field = Holder.FIELDS.get(key.section() + "\t" + path);
        return field == null ? of(key) : field;
    }

    /**
     * {@return the struct that containerd 1.4 decodes a plugin's table into}
     *
     * @param section the plugin's id
     */
    public static String structOf(String section) {
        @Nullable String struct = Holder.STRUCTS.get(section);
        return struct == null || struct.isEmpty() ? PLUGINS_STRUCT : struct;
    }
}
