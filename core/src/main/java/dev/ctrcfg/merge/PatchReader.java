// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.model.JsonText;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;

/** Reads patches from the forms that people write them in. */
public final class PatchReader {

    private static final String KIND_API = "kind.x-k8s.io/";
    private static final String FRAGMENTS = "containerdConfigPatches";
    private static final String OPERATIONS = "containerdConfigPatchesJSON6902";

    private PatchReader() {}

    /**
     * {@return the patches of a JSON text, to be applied in order}
     *
     * <p>An object is a merge patch of RFC 7386, an array holds operations of RFC 6902. An object whose {@code apiVersion}
     * is one of kind's stands for its {@code containerdConfigPatches} and {@code containerdConfigPatchesJSON6902}; as
     * there are often several of them for the same thing in different versions, those that state the version of the file
     * are taken instead of others, where there are any.
     *
     * @param name what to call it in messages
     * @param json the text
     * @throws IllegalArgumentException if it is none of these; the message says where
     * @throws dev.ctrcfg.toml.TomlSyntaxException if a fragment in it is not TOML
     */
    public static List<ConfigPatch> json(String name, String json) {
        JsonText text = JsonText.parse(json);
        if (text.value() instanceof TomlTable object) {
            return isOfKind(object) ? kind(name, object) : mergePatch(name, object, text.nullMembers());
        }
        if (text.value() instanceof TomlArray operations) {
            requireNoNulls(text.nullMembers());
            return List.of(ConfigPatch.ofOperations(name, operations));
        }
        throw new IllegalArgumentException("neither an object nor an array of operations");
    }

    private static List<ConfigPatch> mergePatch(String name, TomlTable object, List<Key> nulls) {
        for (Key key : nulls) {
            if (hasIndex(key)) {
                throw new IllegalArgumentException(key + ": null in an array has no meaning");
            }
        }
        return List.of(ConfigPatch.ofMergePatch(name, object, nulls));
    }

    private static boolean hasIndex(Key key) {
        for (Key.Part part : key.parts()) {
            if (part instanceof Key.Index) {
                return true;
            }
        }
        return false;
    }

    private static void requireNoNulls(List<Key> nulls) {
        if (!nulls.isEmpty()) {
            throw new IllegalArgumentException(nulls.get(0) + ": TOML has no null");
        }
    }

    private static boolean isOfKind(TomlTable object) {
        return object.entries().get("apiVersion") instanceof TomlString api
                && api.value().startsWith(KIND_API);
    }

    /** kind applies all fragments first. */
    private static List<ConfigPatch> kind(String name, TomlTable cluster) {
        List<ConfigPatch> patches = new ArrayList<>();
        for (String fragment : texts(cluster, FRAGMENTS)) {
            ConfigPatch.Builder builder = ConfigPatch.builder(name + " " + FRAGMENTS + "[" + patches.size() + "]");
            patches.add(ConfigPatch.ofFragment(builder.ofSeveralVersions(), TomlDocument.parse(fragment)));
        }
        for (String operations : texts(cluster, OPERATIONS)) {
            patches.addAll(json(name + " " + OPERATIONS, operations));
        }
        return patches;
    }

    private static List<String> texts(TomlTable cluster, String name) {
        List<String> texts = new ArrayList<>();
        if (cluster.entries().get(name) instanceof TomlArray array) {
            for (TomlValue item : array.items()) {
                if (!(item instanceof TomlString text)) {
                    throw new IllegalArgumentException(name + ": an element is not a string");
                }
                texts.add(text.value());
            }
        }
        return texts;
    }
}
