// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What GraalVM is told: a native program finds neither classes nor resources that nobody has named. */
class ReachabilityMetadataTest {

    private static final String METADATA = "/META-INF/native-image/dev.ctrcfg/ctrcfg-core/reachability-metadata.json";

    private static JsonNode metadata() throws Exception {
        try (InputStream in = ContainerdConfig.class.getResourceAsStream(METADATA)) {
            return new ObjectMapper().readTree(in);
        }
    }

    @Test
    void namesEveryRecordThatIsBound() throws Exception {
        Set<String> bound = new TreeSet<>();
        collect(ContainerdConfig.class, bound);

        assertThat(bound).hasSizeGreaterThan(10);
        assertThat(metadata().path("reflection").findValuesAsText("type")).containsAll(bound);
    }

    @Test
    void namesEveryResource() throws Exception {
        List<PathMatcher> globs = metadata().path("resources").findValuesAsText("glob").stream()
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                .toList();
        Path root = Path.of("src/main/resources");
        try (Stream<Path> files = Files.walk(root.resolve("dev"))) {
            assertThat(files.filter(Files::isRegularFile).map(root::relativize))
                    .isNotEmpty()
                    .allMatch(file -> globs.stream().anyMatch(glob -> glob.matches(file)));
        }
    }

    private static void collect(Type type, Set<String> records) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, records);
            }
        } else if (type instanceof Class<?> candidate
                && candidate.isRecord()
                && candidate.getName().startsWith("dev.ctrcfg.model.")) {
            if (records.add(candidate.getName())) {
                for (RecordComponent component : candidate.getRecordComponents()) {
                    collect(component.getGenericType(), records);
                }
            }
        }
    }
}
