// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ClusterRole;
import io.kubernetes.client.openapi.models.V1ClusterRoleBinding;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1DaemonSet;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1RuntimeClass;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1ValidatingAdmissionPolicy;
import io.kubernetes.client.openapi.models.V1ValidatingAdmissionPolicyBinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Builds what is deployed to clusters, and holds it against the schema of Kubernetes. */
class DeployIT {

    private static final Path DEPLOY = Path.of("src/deploy");

    static List<String> kustomizations() throws IOException {
        try (Stream<Path> files = Files.walk(DEPLOY)) {
            return files.filter(file -> file.endsWith("kustomization.yaml"))
                    .map(file -> DEPLOY.relativize(file.getParent()).toString())
                    .sorted()
                    .toList();
        }
    }

    private static List<JsonNode> built(String kustomization) throws Exception {
        String yaml = Programs.run(
                Containerd.kubectl().toString(),
                "kustomize",
                DEPLOY.resolve(kustomization).toString());
        List<JsonNode> objects = new ArrayList<>();
        YAMLMapper mapper = new YAMLMapper();
        try (var parser = mapper.createParser(yaml)) {
            mapper.readValues(parser, JsonNode.class).forEachRemaining(objects::add);
        }
        return objects;
    }

    private static JsonNode object(String kustomization, String kind) throws Exception {
        return built(kustomization).stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** Unknown fields, missing ones and values of another type throw. */
    private static void validate(JsonNode object) throws IOException {
        JsonElement json = JsonParser.parseString(object.toString());
        switch (object.path("kind").asText()) {
            case "Namespace" -> V1Namespace.validateJsonElement(json);
            case "ServiceAccount" -> V1ServiceAccount.validateJsonElement(json);
            case "ClusterRole" -> V1ClusterRole.validateJsonElement(json);
            case "ClusterRoleBinding" -> V1ClusterRoleBinding.validateJsonElement(json);
            case "ConfigMap" -> V1ConfigMap.validateJsonElement(json);
            case "DaemonSet" -> V1DaemonSet.validateJsonElement(json);
            case "RuntimeClass" -> V1RuntimeClass.validateJsonElement(json);
            case "ValidatingAdmissionPolicy" -> V1ValidatingAdmissionPolicy.validateJsonElement(json);
            case "ValidatingAdmissionPolicyBinding" -> V1ValidatingAdmissionPolicyBinding.validateJsonElement(json);
            default -> throw new AssertionError("no schema for " + object);
        }
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void everyObjectFitsTheSchemaOfKubernetes(String kustomization) throws Exception {
        List<JsonNode> objects = built(kustomization);

        assertThat(objects).isNotEmpty();
        for (JsonNode object : objects) {
            validate(object);
        }
    }

    @Test
    void theSchemaRefusesAFieldThatDoesNotExist() throws Exception {
        JsonNode object = object("base", "DaemonSet");
        ((com.fasterxml.jackson.databind.node.ObjectNode) object.at("/spec/template/spec")).put("hostPid", true);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> validate(object)))
                .hasMessageContaining("hostPid");
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void noContainerIsPrivilegedAndOnlyKubectlHasAToken(String kustomization) throws Exception {
        for (JsonNode object : built(kustomization)) {
            JsonNode pod = object.at("/spec/template/spec");
            for (JsonNode container : containers(pod)) {
                JsonNode security = container.path("securityContext");
                assertThat(security.path("privileged").asBoolean()).isFalse();
                assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
                boolean token =
                        container.path("volumeMounts").findValuesAsText("name").contains("token");
                assertThat(token).isEqualTo(container.path("image").asText().contains("/kubectl:"));
            }
        }
    }

    private static List<JsonNode> containers(JsonNode pod) {
        List<JsonNode> containers = new ArrayList<>();
        pod.path("initContainers").forEach(containers::add);
        pod.path("containers").forEach(containers::add);
        return containers;
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void aRuntimeClassWaitsForTheLabelThatItsNodesGet(String runtime) throws Exception {
        JsonNode runtimeClass = object("overlays/" + runtime, "RuntimeClass");
        JsonNode publish = object("overlays/" + runtime, "DaemonSet").at("/spec/template/spec/initContainers/2");

        assertThat(runtimeClass.path("handler").asText()).isEqualTo(runtime);
        String label = publish.at("/args/3")
                .asText()
                .replace("$(RUNTIME)", publish.at("/env/1/value").asText());
        JsonNode selector = runtimeClass.at("/scheduling/nodeSelector");
        assertThat(label).isEqualTo("ctrcfg.dev/runtime." + runtime + "=ready");
        assertThat(selector.path("ctrcfg.dev/runtime." + runtime).asText()).isEqualTo("ready");
    }

    static Stream<String> runtimes() {
        return Stream.of("kata", "gvisor");
    }
}
