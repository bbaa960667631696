// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The schema resource, cut into its sections. A section begins with a line {@code [id]}, its releases and the releases
 * whose {@code config default} prints its table; then there is a line for each setting, which {@link SchemaReader}
 * reads when somebody asks for the section.
 */
final class SchemaText {

    /**
     * One section.
     *
     * @param id its id
     * @param releases the releases that have it
     * @param printed the releases whose default configuration shows its table
     * @param lines the lines of its settings
     */
    record Part(String id, ReleaseSet releases, ReleaseSet printed, List<String> lines) {

        /** The lines that are for a release. */
        List<String> lines(ContainerdRelease release) {
            List<String> those = new ArrayList<>();
            for (String line : lines) {
                if (SchemaReader.releases(line).contains(release)) {
                    those.add(line);
                }
            }
            return those;
        }
    }

    /** The lines of a section for a release, as they were last asked for: its settings first, and then its defaults. */
    private record Asked(String id, ContainerdRelease release, List<String> lines) {}

    /** Read once a process, when first needed. */
    private static final class Holder {
        static final SchemaText TEXT = new SchemaText(Resources.read("keys.txt"));
    }

    private final String text;
    private final Map<String, Integer> starts = new LinkedHashMap<>();
    private final Map<String, Part> parts = new HashMap<>();
    private final Map<String, Optional<ReleaseSet>> settings = new HashMap<>();
    private Asked asked = new Asked("", ContainerdRelease.newest(), List.of());

    private static final int MOST_SETTINGS = 1_000;

    private SchemaText(String text) {
        this.text = text;
        for (int at = text.indexOf("\n["); at >= 0; at = text.indexOf("\n[", at + 1)) {
            starts.put(text.substring(at + 2, text.indexOf(']', at)), at + 1);
        }
    }

    static SchemaText get() {
        return Holder.TEXT;
    }

    Iterable<String> ids() {
        return starts.keySet();
    }

    boolean has(String id) {
        return starts.containsKey(id);
    }

    synchronized Part part(String id) {
        Part part = parts.get(id);
        if (part == null) {
            part = cut(id);
            parts.put(id, part);
        }
        return part;
    }

    /** The lines of a section that are for a release. */
    synchronized List<String> lines(String id, ContainerdRelease release) {
        if (!asked.id().equals(id) || !asked.release().equals(release)) {
            asked = new Asked(id, release, part(id).lines(release));
        }
        return asked.lines();
    }

    /** All releases of a setting of a section. */
    synchronized Optional<ReleaseSet> releases(String id, String path) {
        String name = id + ' ' + path;
        Optional<ReleaseSet> known = settings.get(name);
        if (known == null) {
            if (settings.size() >= MOST_SETTINGS) {
                settings.clear();
            }
            known = SchemaReader.releases(part(id), path);
            settings.put(name, known);
        }
        return known;
    }

    private Part cut(String id) {
        int at = Objects.requireNonNull(starts.get(id), id);
        int end = Resources.endOfLine(text, at);
        String header = text.substring(at, end);
        List<String> lines = new ArrayList<>();
        for (at = end + 1; at < text.length() && text.charAt(at) != '['; at = end + 1) {
            end = Resources.endOfLine(text, at);
            lines.add(text.substring(at, end));
        }
        ReleaseSet releases = ReleaseSet.parse(Resources.column(header, 1));
        ReleaseSet printed = ReleaseSet.parse(Resources.column(header, 2));
        return new Part(id, releases, printed, lines);
    }
}
