// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.registry;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.GoDuration;
import dev.ctrcfg.release.GoUrl;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Span;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlBoolean;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads one {@code hosts.toml}; what is wrong with it is an {@link IllegalArgumentException}. */
final class HostsReader {

    private static final String HOST = "host";
    private static final String API = "/v2";

    private final TomlDocument document;
    private final ContainerdRelease release;

    HostsReader(TomlDocument document, ContainerdRelease release) {
        this.document = document;
        this.release = release;
    }

    HostsFile read() {
        TomlTable root = document.root();
        TomlTable hosts = hosts(root);
        List<HostEntry> entries = new ArrayList<>();
        Map<String, HostEntry> known = new LinkedHashMap<>();
        for (Map.Entry<String, TomlValue> host : hosts.entries().entrySet()) {
            known.put(host.getKey(), entry(host.getKey(), table(host.getValue(), "host." + host.getKey())));
        }
        for (String name : inOrder(hosts)) {
            entries.add(known.get(name));
        }
        entries.add(entry(text(root, "server"), root));
        return new HostsFile.Followed(entries);
    }

    private TomlTable hosts(TomlTable root) {
        Optional<TomlValue> hosts = value(root, HOST);
        if (hosts.isEmpty() && !release.since(ReleaseLine.V1_7)) {
            throw new IllegalArgumentException("there is no [host] table, which containerd 1.5 and 1.6 ask for");
        }
        return hosts.isEmpty() ? TomlTable.EMPTY : table(hosts.get(), HOST);
    }

    /** In the order of their first lines; since 2.0 only those that have a header, each time one begins anew. */
    private List<String> inOrder(TomlTable hosts) {
        TreeMap<Integer, String> places = new TreeMap<>();
        for (Map.Entry<String, TomlValue> host : hosts.entries().entrySet()) {
            Key key = Key.of(HOST, host.getKey());
            if (release.since(ReleaseLine.V2_0)) {
                addHeaders(key, (TomlTable) host.getValue(), places);
            } else {
                places.put(start(key), host.getKey());
            }
        }
        List<String> names = new ArrayList<>();
        for (String name : places.values()) {
            if (names.isEmpty() || !names.get(names.size() - 1).equals(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private int start(Key key) {
        return document.keySpanOf(key).map(Span::start).orElse(document.length());
    }

    private void addHeaders(Key host, TomlTable table, Map<Integer, String> places) {
        addHeader(host, host, places);
        for (Map.Entry<String, TomlValue> inner : table.entries().entrySet()) {
            if (inner.getValue() instanceof TomlTable) {
                addHeader(host.child(inner.getKey()), host, places);
            }
        }
    }

    private void addHeader(Key key, Key host, Map<Integer, String> places) {
        int at = start(key);
        if (isInHeader(at)) {
            places.put(at, host.name(1));
        }
    }

    /** Whether the line of a key begins with a bracket. */
    private boolean isInHeader(int at) {
        byte[] bytes = document.bytes();
        int line = Math.min(at, bytes.length);
        while (line > 0 && bytes[line - 1] != '\n') {
            line--;
        }
        while (line < at && (bytes[line] == ' ' || bytes[line] == '\t')) {
            line++;
        }
        return line < at && bytes[line] == '[';
    }

    private HostEntry entry(String server, TomlTable table) {
        boolean override = flag(table, "override_path") && release.since(ReleaseLine.V1_6);
        Optional<String> url = server.isEmpty() ? Optional.empty() : Optional.of(url(server, override));
        checkFiles(table, "ca");
        checkFiles(table, "client");
        if (release.since(ReleaseLine.V2_0) && !text(table, "dial_timeout").isEmpty()) {
            GoDuration.parse(text(table, "dial_timeout"));
        }
        return new HostEntry(url, capabilities(table), headers(table), tls(table));
    }

    private static String url(String server, boolean override) {
        GoUrl url = GoUrl.parse(server.startsWith("http") ? server : "https://" + server);
        String path = url.path().isEmpty() ? "" : clean(url.path());
        String api = override || path.endsWith(API) ? path : path + API;
        return url.scheme() + "://" + url.host() + api;
    }

    /** Go's path.Clean of a path from the root. */
    private static String clean(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                parts.subList(Math.max(0, parts.size() - 1), parts.size()).clear();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    private HostEntry.Tls tls(TomlTable table) {
        boolean specified = value(table, "ca").isPresent()
                || value(table, "client").isPresent()
                || value(table, "skip_verify").isPresent();
        flag(table, "skip_verify");
        return specified ? HostEntry.Tls.SPECIFIED : HostEntry.Tls.UNSPECIFIED;
    }

    private Set<Capability> capabilities(TomlTable table) {
        Optional<TomlValue> listed = value(table, "capabilities");
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        if (listed.isPresent()) {
            for (String name : texts(listed.get(), "capabilities")) {
                capabilities.add(capability(name));
            }
        }
        return capabilities.isEmpty() ? all(release) : capabilities;
    }

    static Set<Capability> all(ContainerdRelease release) {
        Set<Capability> all = EnumSet.allOf(Capability.class);
        if (!release.since(ReleaseLine.V2_2)) {
            all.remove(Capability.REFERRERS);
        }
        return all;
    }

    private Capability capability(String name) {
        return Capability.of(name)
                .filter(all(release)::contains)
                .orElseThrow(() -> new IllegalArgumentException("unknown capability " + name));
    }

    private Map<String, List<String>> headers(TomlTable table) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        Optional<TomlValue> header = value(table, "header");
        if (header.isPresent()) {
            for (Map.Entry<String, TomlValue> entry :
                    table(header.get(), "header").entries().entrySet()) {
                headers.put(entry.getKey(), oneOrMore(entry.getValue(), "header " + entry.getKey()));
            }
        }
        return headers;
    }

    private static List<String> oneOrMore(TomlValue value, String what) {
        return value instanceof TomlString string ? List.of(string.value()) : texts(value, what);
    }

    /** Files are a string or an array of strings; client certificates may come in pairs with their keys. */
    private void checkFiles(TomlTable table, String name) {
        Optional<TomlValue> value = value(table, name);
        if (value.isEmpty() || value.get() instanceof TomlString) {
            return;
        }
        if (!(value.get() instanceof TomlArray array)) {
            throw wrong(name);
        }
        for (TomlValue item : array.items()) {
            boolean pair = name.equals("client") && item instanceof TomlArray inner && isPair(inner);
            if (!pair && !(item instanceof TomlString)) {
                throw wrong(name);
            }
        }
    }

    private static boolean isPair(TomlArray array) {
        return !texts(array, "client").isEmpty() && array.size() <= 2;
    }

    private static List<String> texts(TomlValue value, String what) {
        if (!(value instanceof TomlArray array)) {
            throw wrong(what);
        }
        List<String> texts = new ArrayList<>();
        for (TomlValue item : array.items()) {
            if (!(item instanceof TomlString string)) {
                throw wrong(what);
            }
            texts.add(string.value());
        }
        return texts;
    }

    private static TomlTable table(TomlValue value, String what) {
        if (value instanceof TomlTable table) {
            return table;
        }
        throw wrong(what);
    }

    private boolean flag(TomlTable table, String name) {
        Optional<TomlValue> value = value(table, name);
        if (value.isEmpty()) {
            return false;
        }
        if (value.get() instanceof TomlBoolean flag) {
            return flag.value();
        }
        throw wrong(name);
    }

    private String text(TomlTable table, String name) {
        Optional<TomlValue> value = value(table, name);
        if (value.isEmpty()) {
            return "";
        }
        if (value.get() instanceof TomlString text) {
            return text.value();
        }
        throw wrong(name);
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + " has a value of the wrong type");
    }

    private Optional<TomlValue> value(TomlTable table, String name) {
        return release.keyCase().choose(name, table.entries().keySet()).flatMap(table::get);
    }
}
