package koalens.backend.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.swagger2.Swagger2Module;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koalens.backend.provider.wire.Json;

/// A record's JSON schema, made once, and what it takes to hold a text against it.
final class AnswerFormat {
  private static final Pattern FENCED =
      Pattern.compile("\\A\\s*```(?:json)?\\s*\\n(.*?)\\n?\\s*```\\s*\\z", Pattern.DOTALL);
  private static final int FAULTS_NAMED = 10;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();
  private static final ClassValue<AnswerFormat> MADE =
      new ClassValue<>() {
        @Override
        protected AnswerFormat computeValue(Class<?> type) {
          return new AnswerFormat(new SchemaGenerator(config()).generateSchema(type));
        }
      };

  private final ObjectNode document;
  private final Schema schema;

  private AnswerFormat(ObjectNode document) {
    this.document = document;
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(document);
  }

  static AnswerFormat of(Class<? extends Record> type) {
    return MADE.get(type);
  }

  ObjectNode document() {
    return document.deepCopy();
  }

  String fingerprint() {
    return Digests.sha256(document.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }

  <A extends Record> AnswerReading<A> read(String text, Class<A> type) {
    Optional<JsonNode> tree = Json.tree(unfenced(text));
    if (tree.isEmpty()) {
      return new AnswerReading.Invalid<>(List.of("it is not JSON"));
    }
    List<String> faults =
        schema.validate(tree.get()).stream()
            .limit(FAULTS_NAMED)
            .map(AnswerFormat::sentence)
            .toList();
    return faults.isEmpty() ? bind(tree.get(), type) : new AnswerReading.Invalid<>(faults);
  }

  private static String sentence(Error error) {
    return "at " + error.getInstanceLocation() + ": " + error.getMessage();
  }

  private static <A extends Record> AnswerReading<A> bind(JsonNode tree, Class<A> type) {
    try {
      return new AnswerReading.Valid<>(MAPPER.treeToValue(tree, type));
    } catch (JsonProcessingException e) {
      // A number within the schema may still not fit its Java type.
      return new AnswerReading.Invalid<>(List.of("a value does not fit"));
    }
  }

  private static String unfenced(String text) {
    Matcher fenced = FENCED.matcher(text);
    return fenced.matches() ? fenced.group(1) : text;
  }

  private static SchemaGeneratorConfig config() {
    var builder =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
            .with(new Swagger2Module())
            .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.INLINE_ALL_SCHEMAS)
            .without(Option.SCHEMA_VERSION_INDICATOR);
    builder.forFields().withRequiredCheck(_ -> true);
    // As declared, so that a record can have the reason written before the verdict.
    builder.forTypesInGeneral().withPropertySorter((_, _) -> 0);
    return builder.build();
  }
}
