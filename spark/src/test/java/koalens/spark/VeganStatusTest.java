package koalens.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VeganStatusTest {
  @TempDir private static Path folder = Path.of(".");

  private final SparkSession session = session();

  private static SparkSession session() {
    var builder = SparkSession.builder();
    Map.of(
            "spark.master", "local[2]",
            "spark.app.name", "catalogue",
            "spark.ui.enabled", "false",
            "spark.driver.bindAddress", "127.0.0.1",
            "spark.driver.host", "127.0.0.1",
            "spark.local.dir", folder.toString(),
            "spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
        .forEach(builder::config);
    SparkSession session = builder.getOrCreate();
    VeganStatus.register(session);
    return session;
  }

  @AfterEach
  void end() {
    session.stop();
  }

  private Dataset<Row> foods(List<String> labels) {
    return session.createDataset(labels, Encoders.STRING()).toDF("ingredients");
  }

  @Test
  void judgesAColumnInSql() {
    foods(
            Arrays.asList(
                "Vatten, havre, rapsolja, salt",
                "Vatten, havre, mjölk",
                "Water, E471",
                "Vatten, blixtragurium",
                null))
        .createOrReplaceTempView("food");
    List<Row> rows =
        session.sql("select ingredients, vegan_status(ingredients) from food").collectAsList();
    assertThat(rows)
        .extracting(row -> row.getString(1))
        .containsExactly("vegan", "non-vegan", "maybe-vegan", "unknown", null);
  }

  @Test
  void judgesManyRowsInSeveralPartsAtOnce() {
    var labels = new ArrayList<String>();
    for (int i = 0; i < 2_000; i++) {
      labels.add(i % 4 == 0 ? "Ingredienser: vatten, ägg, salt " + i : "Ingredienser: havre, salt");
    }
    Dataset<Row> counted =
        foods(labels)
            .repartition(8)
            .selectExpr("vegan_status(ingredients) as status")
            .groupBy("status")
            .count();
    assertThat(counted.collectAsList())
        .extracting(row -> row.getString(0) + " " + row.getLong(1))
        .containsExactlyInAnyOrder("non-vegan 500", "vegan 1500");
  }
}
