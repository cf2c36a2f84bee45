package koalens.backend.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import koalens.backend.storage.DatabaseAddress.Host;
import koalens.backend.storage.DatabaseAddress.PostgresServer;
import koalens.backend.storage.DatabaseAddress.SqliteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
  private static PostgresServer postgres(String address) {
    return (PostgresServer) DatabaseAddress.of(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      nullValues = "-",
      value = {
        "postgres://me:word@host/db host:5432 db me word",
        "postgresql://me:word@host:6000/db host:6000 db me word",
        "POSTGRES://me:word@host/db host:5432 db me word",
        "jdbc:postgresql://host/db?user=me&password=word host:5432 db me word",
        "jdbc:postgresql:db localhost:5432 db - -",
        "jdbc:postgresql://me:word@host/db host:5432 db me word",
        "postgresql+psycopg2://me:word@host/db host:5432 db me word",
        "'\"postgres://me:word@host/db\"' host:5432 db me word",
        "postgres://me@host/db host:5432 db me -",
        "postgres://host/db host:5432 db - -",
        "postgres://host host:5432 - - -",
        "postgres:///db localhost:5432 db - -",
        "postgres:///db?host=host&port=6000 host:6000 db - -",
        "postgres://[::1]:6000/db [::1]:6000 db - -",
        "postgres://one:6000,two/db one:6000,two:5432 db - -",
        "postgres://me:p%40ss%2Fw%3A%C3%A5@host/db host:5432 db me p@ss/w:å",
        "postgres://me:p/a@s:s@host/db host:5432 db me p/a@s:s",
        "postgres://me:a+b%20c@host/db host:5432 db me 'a+b c'",
        "postgres://m%C3%A9:word@host/d%20b host:5432 'd b' mé word",
        "postgres://postgres.ref:word@aws.pooler.example.com:6543/db aws.pooler.example.com:6543 db"
            + " postgres.ref word"
      })
  void readsEveryFormPeoplePaste(
      String address, String hosts, String database, String user, String password) {
    PostgresServer server = postgres(address);
    assertThat(
            String.join(",", server.hosts().stream().map(h -> h.name() + ":" + h.port()).toList()))
        .isEqualTo(hosts);
    assertThat(server.database()).isEqualTo(Optional.ofNullable(database));
    assertThat(server.user()).isEqualTo(Optional.ofNullable(user));
    assertThat(server.password()).isEqualTo(Optional.ofNullable(password));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      nullValues = "-",
      value = {
        "sslmode=require sslmode=require",
        "sslmode=no-verify sslmode=require",
        "sslmode=verify-full&sslrootcert=system"
            + " sslmode=verify-full,sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory",
        "sslmode=require&channel_binding=require sslmode=require,channelBinding=require",
        "ssl=true sslmode=require",
        "connect_timeout=3&application_name=x%2Dy connectTimeout=3,ApplicationName=x-y",
        "pgbouncer=true prepareThreshold=0",
        "pgbouncer=true&connection_limit=1 prepareThreshold=0",
        "pgbouncer=false -",
        "target_session_attrs=read-write targetServerType=primary",
        "schema=public currentSchema=public",
        "keepalives=1 tcpKeepAlive=true",
        "ApplicationName=x ApplicationName=x"
      })
  void tellsTheDriverWhatTheParametersMean(String query, String expected) {
    Map<String, String> properties = postgres("postgres://host/db?" + query).properties();
    List<String> wanted = expected == null ? List.of() : List.of(expected.split(",", -1));
    assertThat(properties.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()))
        .containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void preparesNothingOnAServerBehindATransactionPooler() {
    assertThat(postgres("postgres://host:6543/db").properties())
        .containsEntry("prepareThreshold", "0");
    assertThat(postgres("postgres://host:6543/db?pgbouncer=false").properties()).isEmpty();
    assertThat(postgres("postgresql://me:word@pgbouncer.example.flympg.net/fly-db").properties())
        .containsEntry("prepareThreshold", "0");
  }

  @Test
  void checksTheCertificateForSslInAJdbcAddressAsItsDriverWould() {
    assertThat(postgres("jdbc:postgresql://host/db?ssl=true").properties())
        .containsEntry("sslmode", "verify-full");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://me:hunter2#x@host/db",
        "postgres://me:hunter2?x@host/db",
        "postgres://me:hunter2%@host/db",
        "postgres://me:hunter2%FF@host/db",
        "postgres://me:hunter2%00@host/db",
        "postgres://me:hunter2@host:99999/db",
        "postgres://me:hunter2@host:0/db",
        "postgres://me:hunter2@host/db/more",
        "postgres://me:hunter2@host/db?sslmode=maybe",
        "postgres://me:hunter2@host/db?sllmode=require",
        "postgres://me:hunter2@host/db?require",
        "postgres://me:hunter2@%2Fvar%2Frun/db",
        "postgres://me:hunter2@ho st/db",
        "postgresfoo://me:hunter2@host/db",
        "mysql://me:hunter2@host/db",
        "hunter2",
        "sqlite:",
        "sqlite:a\0hunter2"
      })
  void saysWhatToMendAndNeverThePassword(String address) {
    assertThatThrownBy(() -> DatabaseAddress.of(address))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .hasSizeGreaterThan(20)
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite:data/a.db", "jdbc:sqlite:data/a.db", "'sqlite:data/a.db'"})
  void readsAFile(String address) {
    assertThat(DatabaseAddress.of(address)).isEqualTo(new SqliteFile(Path.of("data/a.db")));
  }

  @Test
  void getsBackWhatWasEncodedWhateverItIs() {
    var random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      String user = text(random);
      String password = text(random);
      String database = text(random);
      PostgresServer server =
          postgres(
              "postgres://%s:%s@h:1/%s"
                  .formatted(encoded(user), encoded(password), encoded(database)));
      assertThat(server.user()).hasValue(user);
      assertThat(server.password()).hasValue(password);
      assertThat(server.database()).hasValue(database);
      assertThat(server.hosts()).containsExactly(new Host("h", 1));
      assertThat(server.toString()).doesNotContain(":" + password + "@");
    }
  }

  @Test
  void readsAnyTextOrSaysWhatIsWrong() {
    var random = new Random(8);
    String pieces = "postgres://:@/?#%&=[],sslmode=%41åa1 ";
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder(random.nextBoolean() ? "postgres://" : "jdbc:postgresql:");
      for (int length = random.nextInt(30); length > 0; length--) {
        text.append(pieces.charAt(random.nextInt(pieces.length())));
      }
      try {
        assertThat(postgres(text.toString()).hosts()).isNotEmpty();
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageMatching("(has|must|names) .*");
      }
    }
  }

  private static String text(Random random) {
    return random
        .ints(1 + random.nextInt(12), 1, 0x2FFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
